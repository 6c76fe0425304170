package org.sibyl.learning.neural;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;

/** Writes saved predictors. */
final class PredictorWriter {
  private final CRC32 checksum = new CRC32();
  private final OutputStream out;
  private final OutputStream checked;

  PredictorWriter(OutputStream out) {
    this.out = out;
    this.checked = new CheckedOutputStream(out, checksum);
  }

  void write(SavedPredictor predictor) throws IOException {
    checked.write(PredictorHeader.of(predictor).line());
    for (int t = 0; t < predictor.weights().tensors(); t++) {
      checked.write(bytes(predictor.weights().tensor(t)));
    }
    checked.flush();
    out.write(littleEndian(Integer.BYTES).putInt((int) checksum.getValue()).array());
    out.flush();
  }

  private static byte[] bytes(float... numbers) {
    ByteBuffer buffer = littleEndian(Float.BYTES * numbers.length);
    for (float number : numbers) {
      buffer.putInt(Float.floatToRawIntBits(number));
    }
    return buffer.array();
  }

  private static ByteBuffer littleEndian(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
