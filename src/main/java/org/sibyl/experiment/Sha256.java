package org.sibyl.experiment;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 digests, in hexadecimal. */
public final class Sha256 {
  private Sha256() {}

  /** Of a text in UTF-8. */
  public static String of(String text) {
    return hex(begun().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Of a file.
   *
   * @throws IllegalArgumentException when it cannot be read
   */
  public static String of(Path file) {
    MessageDigest digest = begun();
    try (InputStream in = Files.newInputStream(file);
        OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      in.transferTo(out);
    } catch (IOException e) {
      throw new IllegalArgumentException(file + ": cannot be read (" + e + "). Check the file.", e);
    }
    return hex(digest.digest());
  }

  /** A digest to which nothing was added yet. */
  public static MessageDigest begun() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
