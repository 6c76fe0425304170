package org.sibyl.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class StreamRandomTest {
  @Test
  void everyDrawIsTheStreams() {
    Random dressed = new StreamRandom(Laws.stream(31));
    UniformRandomProvider stream = Laws.stream(31);
    dressed.setSeed(5); // must not matter
    for (int n = 0; n < 100; n++) {
      assertThat(dressed.nextInt()).isEqualTo(stream.nextInt());
      assertThat(dressed.nextInt(1000)).isEqualTo(stream.nextInt(1000));
      assertThat(dressed.nextInt(-5, 7)).isEqualTo(stream.nextInt(-5, 7));
      assertThat(dressed.nextLong()).isEqualTo(stream.nextLong());
      assertThat(dressed.nextDouble()).isEqualTo(stream.nextDouble());
      assertThat(dressed.nextFloat()).isEqualTo(stream.nextFloat());
      assertThat(dressed.nextBoolean()).isEqualTo(stream.nextBoolean());
      byte[] bytes = new byte[5];
      byte[] expected = new byte[5];
      dressed.nextBytes(bytes);
      stream.nextBytes(expected);
      assertThat(bytes).isEqualTo(expected);
    }
  }

  @Test
  void bitsAreTheHighOnes() {
    assertThat(new StreamRandom(Laws.stream(32)).next(7))
        .isEqualTo(Laws.stream(32).nextInt() >>> 25);
  }
}
