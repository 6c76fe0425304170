package org.sibyl.experiment;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * A command that was executed in this process.
 *
 * @param code its exit code
 * @param out what it printed on standard output
 * @param err what it printed on standard error
 */
record CommandRun(int code, String out, String err) {
  static CommandRun of(Object... arguments) {
    String[] texts = new String[arguments.length];
    for (int k = 0; k < texts.length; k++) {
      texts[k] = arguments[k].toString();
    }
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Main.execute(new PrintWriter(out, true), new PrintWriter(err, true), texts);
    return new CommandRun(code, out.toString(), err.toString());
  }
}
