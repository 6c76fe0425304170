package org.sibyl.learning.neural;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/** Reads saved predictors. */
final class PredictorReader {
  private static final int LONGEST_LINE = 1 << 20;

  private final CRC32 checksum = new CRC32();
  private final InputStream in;
  private final InputStream checked;

  PredictorReader(InputStream in) {
    this.in = in;
    this.checked = new CheckedInputStream(in, checksum);
  }

  SavedPredictor read() throws IOException {
    byte[] line = line();
    PredictorHeader header = PredictorHeader.parse(line);
    float[][] tensors = new float[header.tensors().size()][];
    long whole = line.length + 1 + header.weightBytes() + Integer.BYTES;
    long before = line.length + 1;
    for (int t = 0; t < tensors.length; t++) {
      ByteBuffer bytes =
          bytes(checked, Float.BYTES * header.tensors().get(t).size(), before, whole);
      before += bytes.capacity();
      tensors[t] = floats(bytes);
    }
    int computed = (int) checksum.getValue();
    requireEnd(computed, bytes(in, Integer.BYTES, before, whole).getInt(), whole);
    return new SavedPredictor(
        header.architecture(),
        header.individuals(),
        header.tensors(),
        Weights.owning(tensors),
        header.provenance());
  }

  /** The first line, without its end. */
  private byte[] line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int next = checked.read();
    while (next != '\n') {
      if (next < 0 || line.size() == LONGEST_LINE) {
        throw new IllegalArgumentException(
            "saved predictor: has no first line that says what it is");
      }
      line.write(next);
      next = checked.read();
    }
    return line.toByteArray();
  }

  /** The next bytes; they come in as they are, so that a false size asks for no memory. */
  private static ByteBuffer bytes(InputStream from, int size, long before, long whole)
      throws IOException {
    byte[] bytes = from.readNBytes(size);
    if (bytes.length < size) {
      throw new IllegalArgumentException(
          String.format(
              "saved predictor: ends after %d bytes, but its first line makes it %d long",
              before + bytes.length, whole));
    }
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static float[] floats(ByteBuffer bytes) {
    float[] numbers = new float[bytes.capacity() / Float.BYTES];
    for (int k = 0; k < numbers.length; k++) {
      numbers[k] = Float.intBitsToFloat(bytes.getInt());
    }
    return numbers;
  }

  private void requireEnd(int computed, int written, long whole) throws IOException {
    if (in.read() >= 0) {
      throw new IllegalArgumentException(
          "saved predictor: goes on after " + whole + " bytes, where its first line ends it");
    }
    if (computed != written) {
      throw new IllegalArgumentException(
          "saved predictor: was changed since it was written: its checksum is "
              + Integer.toHexString(computed)
              + ", not "
              + Integer.toHexString(written));
    }
  }
}
