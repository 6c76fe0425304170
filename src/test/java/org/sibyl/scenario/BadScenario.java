package org.sibyl.scenario;

import static org.sibyl.scenario.SampleScenario.TEXT;
import static org.sibyl.scenario.SampleScenario.onEdgeList;
import static org.sibyl.scenario.SampleScenario.with;
import static org.sibyl.scenario.SampleScenario.without;

import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A scenario with one error, and what is said about it.
 *
 * @param label what is wrong
 * @param text the scenario
 * @param message all that is printed after the file's name; "..." stands for anything
 * @param schemaKnows whether the JSON Schema refuses it, too
 */
public record BadScenario(String label, String text, String message, boolean schemaKnows) {
  private static final String RISK =
      "probability that a group below its threshold loses the endowment";
  private static final String SHARE =
      "share of a group that must cooperate, a decimal or a fraction like 2/3";
  private static final String HOW_MANY = "how many; may be left out where the network says it";
  private static final String FORECAST = "probability of cooperating, one for all or a list";

  /** Whether the printed text is what is expected. */
  public boolean explains(String printed, String file) {
    String pattern = Pattern.quote(file + message).replace("...", "\\E.*\\Q");
    return Pattern.compile(pattern + "\\R?", Pattern.DOTALL).matcher(printed).matches();
  }

  @Override
  public String toString() {
    return label;
  }

  /** Errors of the text itself and of single values. */
  public static List<BadScenario> all() {
    return List.of(
        unknown(
            "misspelt section",
            with("network:", "netwrok:"),
            ":4: unknown key 'netwrok'. Known: network, ..., episode-length."
                + " Maybe you meant 'network'."),
        unknown(
            "misspelt outcome, on which behavior depends",
            with("outcome:", "outcom:"),
            ":6: unknown key 'outcom'. Known: outcome, .... Maybe you meant 'outcome'."),
        unknown(
            "misspelt key",
            with("risk-of-loss", "risk-of-los"),
            ":6: outcome: unknown key 'risk-of-los'. Known: risk-of-loss, disaster, endowment,"
                + " contribution-cost, group-threshold. Maybe you meant 'risk-of-loss'."),
        unknown(
            "misspelt type",
            with("ring", "rnig"),
            ":4: network.type: unknown 'rnig'. Known: ring, path, .... Maybe you meant 'ring'."),
        unknown(
            "abbreviated type",
            with("repeated-risk-minimization", "rrmm"),
            ":7: learning.type: unknown 'rrmm'. Known: repeated-risk-minimization, ...."
                + " Maybe you meant 'repeated-risk-minimization'."),
        unknown(
            "type like no other",
            with("ring", "hypercubus"),
            ":4: network.type: unknown 'hypercubus'. Known: ...."),
        unknown(
            "misspelt constant",
            with("{ type: pivotal-cooperation }", "{ type: pivotal-cooperation, ties: coperate }"),
            ":5: behavior.ties: unknown 'coperate'. Known: cooperate, defect."
                + " Maybe you meant 'cooperate'."),
        unknown(
            "key where none is",
            with("type: ring", "type: ring, size: 4"),
            ":4: network: unknown key 'size'. There is nothing to set here."),
        known(
            "text for a number",
            with("0.4", "high"),
            ":6: outcome.risk-of-loss: the text 'high' must be a number ("
                + RISK
                + ", in [0, 1])."),
        known(
            "list for a number",
            with("0.4", "[0.4]"),
            ":6: outcome.risk-of-loss: must be a single value, not a list ("
                + RISK
                + ", in [0, 1])."),
        known(
            "section for a number",
            with("0.4", "{ value: 0.4 }"),
            ":6: outcome.risk-of-loss: must be a single value, not a section (...)."),
        known(
            "number for a section",
            with("{ type: ring }", "5"),
            ":4: network: must be a section like {type: name}, not the number 5. Known: ring, ...."),
        known(
            "name for a section",
            with("{ type: ring }", "ring"),
            ":4: network: must be a section like {type: name}, not the text 'ring'."
                + " Write {type: ring}."),
        known(
            "text for a forecast",
            with("initial: 0.5", "initial: half"),
            ":7: learning.initial: must be a number, a list or a section like {type: name}, not the"
                + " text 'half'. Known: given, random-binary."),
        known(
            "text for the population",
            with("{ size: 4 }", "4"),
            ":3: population: must be a section like {key: value}, not the number 4."),
        known(
            "quoted number",
            with("0.4", "'0.4'"),
            ":6: outcome.risk-of-loss: the text '0.4' must be a number ("
                + RISK
                + ", in [0, 1]). Remove the quotes."),
        known(
            "quoted share",
            with("threshold: 0.5", "threshold: '0.5'"),
            ":6: outcome.group-threshold: the text '0.5' must be a decimal or a fraction like 2/3 ("
                + SHARE
                + ", in [0, 1]). Remove the quotes."),
        known(
            "share that only Java can read",
            with("threshold: 0.5", "threshold: 0.5d"),
            ":6: outcome.group-threshold: the text '0.5d' must be a decimal or a fraction...."),
        reader(
            "fraction above one",
            with("threshold: 0.5", "threshold: 5/3"),
            ":6: outcome.group-threshold: the text '5/3' must be a decimal or a fraction like 2/3 ("
                + SHARE
                + ", in [0, 1])."),
        reader(
            "fraction of nothing",
            with("threshold: 0.5", "threshold: 1/0"),
            ":6: outcome.group-threshold: the text '1/0' must be a decimal or a fraction...."),
        known(
            "half a round",
            with("rounds: 12", "rounds: 1.5"),
            ":2: rounds: the number 1.5 must be a whole number (rounds at most, in [1,"
                + " 1000000000])."),
        known(
            "list for the name",
            with("name: sample", "name: [a]"),
            ":1: name: must be a single value, not a list (any text; the output folder is named"
                + " after it)."),
        reader(
            "NaN",
            with("0.4", ".nan"),
            ":6: outcome.risk-of-loss: .nan must lie in [0, 1]: " + RISK + "."),
        known(
            "NaN as Java spells it",
            with("0.4", "NaN"),
            ":6: outcome.risk-of-loss: NaN must lie in [0, 1]: " + RISK + "."),
        reader(
            "NaN for a share",
            with("threshold: 0.5", "threshold: .nan"),
            ":6: outcome.group-threshold: .nan must lie in [0, 1]: " + SHARE + "."),
        reader(
            "infinite endowment",
            with("collective-risk,", "collective-risk, endowment: .inf,"),
            ":6: outcome.endowment: .inf must lie in (0, inf): what each individual starts a round"
                + " with."),
        known(
            "endowment 0",
            with("collective-risk,", "collective-risk, endowment: 0,"),
            ":6: outcome.endowment: 0 must lie in (0, inf): what each individual starts a round"
                + " with."),
        known(
            "risk above one",
            with("0.4", "1.4"),
            ":6: outcome.risk-of-loss: 1.4 must lie in [0, 1]: " + RISK + "."),
        known(
            "share above one",
            with("threshold: 0.5", "threshold: 1.5"),
            ":6: outcome.group-threshold: 1.5 must lie in [0, 1]: " + SHARE + "."),
        known(
            "no rounds",
            with("rounds: 12", "rounds: 0"),
            ":2: rounds: 0 must lie in [1, 1000000000]: rounds at most."),
        known(
            "more rounds than a number holds",
            with("rounds: 12", "rounds: 99999999999999999999"),
            ":2: rounds: 99999999999999999999 must lie in [1, 1000000000]: rounds at most."),
        known(
            "seed of 65 bits",
            TEXT + "seed: 9223372036854775808\n",
            ":9: seed: the number 9223372036854775808 must be a whole number (seed of all"
                + " randomness, a 64-bit whole number, in [-9223372036854775808,"
                + " 9223372036854775807])."),
        known(
            "n = 0",
            with("size: 4", "size: 0"),
            ":3: population.size: 0 must lie in [1, inf): " + HOW_MANY + "."),
        known(
            "n < 0",
            with("size: 4", "size: -1"),
            ":3: population.size: -1 must lie in [1, inf): " + HOW_MANY + "."),
        known(
            "n beyond memory",
            with("size: 4", "size: 3000000000"),
            ":3: population.size: 3000000000 must be at most 2147483647."),
        reader(
            "odd number of neighbors",
            with("{ type: ring }", "{ type: watts-strogatz, neighbors: 3, rewiring: 0.1 }"),
            ":4: network.neighbors: 3 must be even."),
        reader(
            "size missing",
            with("{ size: 4 }", "{}"),
            ":3: population.size: is missing, and this network has no size of its own."
                + " Give it: population: {size: 100}."),
        reader(
            "population missing",
            without("population"),
            ":1: population.size: is missing, and this network has no size of its own."
                + " Give it: population: {size: 100}."),
        reader(
            "size against the network's",
            onEdgeList() + "population: { size: 20 }\n",
            ":8: population.size: 20 does not fit the network of 4. Leave the key out."),
        reader(
            "size too small for the network",
            with("{ type: ring }", "{ type: barabasi-albert, edges-per-node: 20 }"),
            ":4: network: size: 4 must exceed edges-per-node 20."),
        known(
            "missing key",
            with("risk-of-loss: 0.4, ", ""),
            ":6: outcome: risk-of-loss is missing (" + RISK + ", in [0, 1])."),
        known(
            "missing rounds",
            without("rounds"),
            ":1: rounds is missing (rounds at most, in [1, 1000000000])."),
        known(
            "missing game, on which behavior depends",
            without("outcome"),
            ":1: outcome is missing (what comes of it)."),
        known(
            "missing type",
            with("{ type: ring }", "{}"),
            ":4: network: type is missing. Known: complete, isolated, ring, ...."),
        known("blank name", with("name: sample", "name: ' '"), ":1: name: '' must not be empty."),
        reader("no name", with("name: sample", "name:"), ":1: name: '' must not be empty."),
        reader(
            "duplicate key",
            TEXT + "rounds: 3\n",
            ":9: key 'rounds' is given twice. Keep one of them."),
        reader(
            "missing file",
            onEdgeList().replace("edges.csv", "edgse.csv"),
            ":3: network.file: file 'edgse.csv' does not exist; paths are relative to the scenario"
                + " (looked for .../edgse.csv). Maybe you meant 'edges.csv'."),
        reader(
            "missing file in a folder that is not there",
            onEdgeList().replace("edges.csv", "networks/edges.csv"),
            ":3: network.file: file 'networks/edges.csv' does not exist; paths are relative to the"
                + " scenario (looked for .../networks/edges.csv)."),
        reader(
            "folder for a file",
            onEdgeList().replace("edges.csv", "."),
            ":3: network.file: '.' is a folder. Name a file in it."),
        reader(
            "file name that cannot be",
            onEdgeList().replace("edges.csv", "\"a\\0b\""),
            ":3: network.file: the text 'a b' cannot name a file: Nul character not allowed."),
        reader(
            "policy for another network",
            with("repeated-risk-minimization, initial: 0.5", "chain-policy, policy: medium"),
            ":7: learning: network: size 4 with 4 edges is not a path of three."
                + " Give network: {type: path} and population: {size: 3}."),
        reader(
            "policy outside its regime",
            with(
                "repeated-risk-minimization, initial: 0.5",
                "chain-policy, policy: medium, cost-ratio: 0.9"),
            ":7: learning.cost-ratio: 0.9 must be below assumed-belief 0.8: else no leaf"
                + " cooperates untold."),
        reader(
            "discount too near to 1",
            with(
                    "repeated-risk-minimization, initial: 0.5",
                    "chain-policy, policy: optimal, discount: 0.99999")
                .replace("{ size: 4 }", "{ size: 3 }")
                .replace("{ type: ring }", "{ type: path }"),
            ":7: learning.discount: 0.99999 is too near to 1: value iteration does not settle in"
                + " 50000 sweeps."),
        reader(
            "initial forecast of another length",
            with("initial: 0.5", "initial: [0, 1, 1]"),
            ":7: learning.initial: has 3 values, but the population has 4."
                + " Give one value for each."),
        known(
            "empty initial forecast",
            with("initial: 0.5", "initial: []"),
            ":7: learning.initial: has 0 values, but the population has 4."
                + " Give one value for each."),
        known(
            "initial forecast out of range",
            with("initial: 0.5", "initial: [0, 1, 1.5, 0]"),
            ":7: learning.initial[2]: 1.5 must lie in [0, 1]: " + FORECAST + "."),
        known(
            "text in an initial forecast",
            with("initial: 0.5", "initial: [0, a]"),
            ":7: learning.initial[1]: the text 'a' must be a number ("
                + FORECAST
                + ", in [0, 1])."),
        reader(
            "beliefs of another length",
            with("size: 4", "size: 4, innate-belief: [0.1, 0.2]"),
            ":3: population.innate-belief: has 2 values, but the population has 4."
                + " Give one value for each."),
        reader(
            "sample larger than the population",
            TEXT + "survey: { type: fresh-sample, observed: 30 }\n",
            ":9: survey.observed: 30 must not exceed the population of 4."),
        known(
            "unknown metric",
            with("accuracy]", "acuracy]"),
            ":8: metrics[1]: unknown 'acuracy'. Known: accuracy, .... Maybe you meant 'accuracy'."),
        known(
            "duplicate metric",
            with("accuracy]", "accuracy, cooperation]"),
            ":8: metrics: 'cooperation' must be given only once."),
        known(
            "no metrics",
            with("[cooperation, accuracy]", "[]"),
            ":8: metrics: an empty list must name at least one metric."),
        known(
            "metrics without brackets",
            with("[cooperation, accuracy]", "cooperation"),
            ":8: metrics: must be a list like [a, b], not the text 'cooperation'."),
        known(
            "nothing among metrics",
            with("[cooperation, accuracy]", "[cooperation, ~]"),
            ":8: metrics[1]: must be a name, not nothing."),
        known(
            "misspelt design",
            sweep("design: { type: gird }"),
            ":10: sweep.design.type: unknown 'gird'. Known: grid, .... Maybe you meant 'grid'."),
        known(
            "design as a name",
            sweep("design: grid"),
            ":10: sweep.design: must be a section like {type: name}, not the text 'grid'."
                + " Write {type: grid}."),
        known(
            "random points without a number",
            sweep("design: { type: random }"),
            ":10: sweep.design: cells is missing (how many points, in [1, 10000000])."),
        known(
            "no cells",
            sweep("design: { type: sobol, cells: 0 }"),
            ":10: sweep.design.cells: 0 must lie in [1, 10000000]: how many points."),
        reader(
            "odd number of levels",
            sweep("design: { type: morris, levels: 5 }"),
            ":10: sweep.design.levels: 5 must be even."),
        known(
            "varied path without values",
            sweep("vary: { rounds: }"),
            ":10: sweep.vary.rounds: must be values like 0.1,0.2 or a range like 0.1..0.5/0.1 or a"
                + " list, not nothing."),
        known(
            "varied path with an empty list",
            sweep("vary: { rounds: [] }"),
            ":10: sweep.vary.rounds: must be values ..., not an empty list."),
        known(
            "varied path with a section",
            sweep("vary: { network: { type: ring } }"),
            ":10: sweep.vary.network: must be values ..., not a section."),
        known(
            "varied paths without names",
            sweep("vary: [rounds]"),
            ":10: sweep.vary: must be a section like {key: value}, not a list."),
        reader(
            "empty range",
            sweep("vary:\n    rounds: 5..12\n    outcome.endowment: 2..1"),
            ":12: sweep.vary.outcome.endowment: '2..1' is an empty range. Write the lower end"
                + " first."),
        reader(
            "varied metrics",
            sweep("vary: { metrics: a }"),
            ":10: sweep.vary: 'metrics' cannot be varied: all cells of a sweep share it."
                + " Remove it."),
        reader(
            "replicates beside precision",
            sweep("replicates: 5\n  precision: { metrics: [accuracy], half-width: 0.1 }"),
            ":10: sweep.replicates: 5 must be left out beside precision, which says how many are"
                + " needed."),
        known(
            "half width 0",
            sweep("precision: { metrics: [accuracy], half-width: 0 }"),
            ":10: sweep.precision.half-width: 0 must lie in (0, inf): ...."),
        reader(
            "more at least than at most",
            sweep("precision: { metrics: [accuracy], half-width: 0.1, minimum: 101 }"),
            ":10: sweep.precision.minimum: 101 must not exceed maximum 100."),
        known(
            "stop left empty",
            TEXT + "stop:\n",
            ":9: stop: must be a single value, not nothing (when a run ends early; ...)."));
  }

  /** Texts that are not plain YAML, or not a scenario at all. */
  public static List<BadScenario> unreadable() {
    return List.of(
        reader(
            "tag of a Java class",
            with("name: sample", "name: !!java.net.URL [x]"),
            ":1: not valid YAML: Global tag is not allowed: tag:yaml.org,2002:java.net.URL."),
        reader(
            "local tag",
            with("name: sample", "name: !foo sample"),
            ":1: tag '!foo' is not allowed: a scenario is plain data. Remove it."),
        reader(
            "tag on a key",
            with("name: sample", "!foo name: sample"),
            ":1: tag '!foo' is not allowed: a scenario is plain data. Remove it."),
        reader(
            "recursive anchor",
            with("[cooperation, accuracy]", "&a [*a]"),
            ":8: an anchor contains itself. Write the values out."),
        reader(
            "billion laughs",
            laughs(10),
            ": not read: Number of aliases ... exceeds ... max=20. ..."),
        reader("few laughs", laughs(2), ":1: unknown key 'a0'. Known: ...."),
        reader(
            "unknown anchor",
            with("{ type: ring }", "*x"),
            ":4: not valid YAML: found undefined alias x."),
        reader(
            "merge key",
            with("{ type: ring }", "{ <<: { type: ring } }"),
            ":4: merge keys (<<) are not read. Write the keys out."),
        reader(
            "endless nesting",
            "a: " + "[".repeat(100_000),
            ": not read: Nesting Depth exceeded max 30. A scenario may nest 30 levels and repeat 20"
                + " anchors. Write it more plainly."),
        reader(
            "tab",
            with("rounds: 12", "\trounds: 12"),
            ":2: not valid YAML: while scanning for the next token, found character '\\t(TAB)' ...."),
        reader(
            "open brace",
            with("{ type: ring }", "{ type: ring"),
            ":5: not valid YAML: while parsing a flow mapping, expected ',' or '}', but got :."),
        reader(
            "second colon",
            with("name: sample", "name: a: b"),
            ":1: not valid YAML: mapping values are not allowed here."),
        reader(
            "two documents",
            TEXT + "---\n" + TEXT,
            ":9: not valid YAML: expected a single document in the stream, but found another"
                + " document."),
        reader(
            "control character",
            with("rounds: 12", "rounds: \u0007"),
            ":2: not valid YAML: the character U+0007 is not allowed. Remove it."),
        reader("list for a key", "[a]: b\n", ":1: a key must be a single word."),
        reader(
            "empty file",
            "",
            ":1: a scenario is made of keys and values like ...; this is nothing."),
        reader("only a comment", "# x\n", ":1: a scenario is made of ...; this is nothing."),
        reader("a list", "- a\n- b\n", ":1: a scenario is made of ...; this is a list."),
        reader("a word", "hello\n", ":1: a scenario is made of ...; this is the text 'hello'."));
  }

  private static String sweep(String key) {
    return TEXT + "sweep:\n  " + key + "\n";
  }

  private static String laughs(int width) {
    StringBuilder text = new StringBuilder("a0: &a0 [x]\n");
    for (int level = 1; level <= 9; level++) {
      String below = "*a" + (level - 1);
      text.append(
          String.format(
              "a%d: &a%d [%s]\n",
              level, level, String.join(", ", Collections.nCopies(width, below))));
    }
    return text.toString();
  }

  private static BadScenario known(String label, String text, String message) {
    return new BadScenario(label, text, message, true);
  }

  private static BadScenario unknown(String label, String text, String message) {
    return known("unknown: " + label, text, message);
  }

  private static BadScenario reader(String label, String text, String message) {
    return new BadScenario(label, text, message, false);
  }
}
