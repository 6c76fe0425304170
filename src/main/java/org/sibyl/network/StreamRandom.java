package org.sibyl.network;

import java.util.Random;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A stream in the dress that JGraphT asks for. All that its generators draw comes from the stream
 * by the stream's own rules, so that no algorithm of the JDK, which may change, is between.
 */
final class StreamRandom extends Random {
  private static final long serialVersionUID = 1L;

  private final transient UniformRandomProvider stream;

  StreamRandom(UniformRandomProvider stream) {
    super(0);
    this.stream = stream;
  }

  /**
   * Does nothing: the superclass calls it while it is constructed, and a stream has its own seed.
   */
  @Override
  public synchronized void setSeed(long seed) {}

  @Override
  protected int next(int bits) {
    return stream.nextInt() >>> (Integer.SIZE - bits);
  }

  @Override
  public int nextInt() {
    return stream.nextInt();
  }

  @Override
  public int nextInt(int bound) {
    return stream.nextInt(bound);
  }

  @Override
  public int nextInt(int origin, int bound) {
    return stream.nextInt(origin, bound);
  }

  @Override
  public long nextLong() {
    return stream.nextLong();
  }

  @Override
  public double nextDouble() {
    return stream.nextDouble();
  }

  @Override
  public float nextFloat() {
    return stream.nextFloat();
  }

  @Override
  public boolean nextBoolean() {
    return stream.nextBoolean();
  }

  @Override
  public void nextBytes(byte[] bytes) {
    stream.nextBytes(bytes);
  }
}
