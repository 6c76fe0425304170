package org.sibyl.network;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads the whole text of a network file. */
final class NetworkFile {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private NetworkFile() {}

  /** The text of a UTF-8 file, without byte order mark. */
  static String text(Path file) {
    if (Files.isDirectory(file)) {
      throw new NetworkFileException(file, "is a folder. Give the path of a network file.");
    }
    try {
      String text = Files.readString(file);
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (NoSuchFileException e) {
      throw new NetworkFileException(
          file, "does not exist. Give the path of a network file, relative to the scenario.");
    } catch (CharacterCodingException e) {
      throw new NetworkFileException(file, "is not UTF-8 text. Save it in UTF-8.");
    } catch (IOException e) {
      throw new NetworkFileException(file, "cannot be read (" + e.getMessage() + ").");
    }
  }
}
