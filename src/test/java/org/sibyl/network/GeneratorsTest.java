package org.sibyl.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sibyl.network.BarabasiAlbert.Start;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Draw;

/** What holds for all generators, and which sizes each refuses. */
class GeneratorsTest {
  private static Arguments of(NetworkGenerator generator, IntUnaryOperator edges, int... sizes) {
    return Arguments.of(generator, edges, sizes);
  }

  /** Generators, their number of edges (-1: random), sizes they accept, the least among them. */
  static Stream<Arguments> generators() {
    return Stream.of(
        of(new Complete(), n -> n * (n - 1) / 2, 1, 2, 3, 20, 200),
        of(new Ring(), n -> n, 3, 4, 20),
        of(new PathNetwork(), n -> n - 1, 1, 2, 20),
        of(new Star(), n -> n - 1, 1, 2, 3, 20),
        of(new Lattice(1, 1), n -> 0, 1),
        of(new Lattice(1, 7), n -> 6, 7),
        of(new Lattice(7, 1), n -> 6, 7),
        of(new Lattice(2, 2), n -> 4, 4),
        of(new Lattice(4, 5), n -> 4 * 4 + 3 * 5, 20),
        of(new BarabasiAlbert(1, Start.STAR), n -> n - 1, 2, 3, 20),
        of(new BarabasiAlbert(2, Start.STAR), n -> 2 + 2 * (n - 3), 3, 4, 20, 1000),
        of(new BarabasiAlbert(7, Start.STAR), n -> 7 + 7 * (n - 8), 8, 9, 40),
        of(new BarabasiAlbert(1, Start.COMPLETE), n -> n - 1, 2, 3, 20),
        of(new BarabasiAlbert(3, Start.COMPLETE), n -> 6 + 3 * (n - 4), 4, 5, 20),
        of(new WattsStrogatz(2, 0.5), n -> n, 3, 4, 20),
        of(new WattsStrogatz(4, 0.1), n -> 2 * n, 5, 6, 20, 500),
        of(new WattsStrogatz(4, 1), n -> 2 * n, 5, 6, 20),
        of(new ErdosRenyi(0.3), n -> -1, 1, 2, 20, 600),
        of(new ErdosRenyi(0), n -> 0, 1, 20, 600),
        of(new ErdosRenyi(1), n -> n * (n - 1) / 2, 1, 20, 600),
        of(new RandomRegular(0), n -> 0, 1, 5),
        of(new RandomRegular(1), n -> n / 2, 2, 20),
        of(new RandomRegular(3), n -> 3 * n / 2, 4, 6, 20),
        of(new RandomRegular(90), n -> 45 * n, 91, 100));
  }

  @ParameterizedTest
  @MethodSource("generators")
  void networksAreSimpleAndReproducible(
      NetworkGenerator generator, IntUnaryOperator edges, int[] sizes) {
    for (int size : sizes) {
      Network network = generator.generate(size, Laws.stream(size));
      Laws.assertSimple(network);
      assertThat(network.size()).isEqualTo(size);
      if (edges.applyAsInt(size) >= 0) {
        assertThat(network.edgeCount()).isEqualTo(edges.applyAsInt(size));
      }
      assertThat(generator.generate(size, Laws.stream(size))).isEqualTo(network);
    }
    assertThatThrownBy(() -> generator.generate(sizes[0] - 1, Laws.stream(0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("size: " + (sizes[0] - 1) + " ");
  }

  /** Networks of 20 with at least 17 free edges; the chance that two are equal is below 1e-8. */
  static Stream<NetworkGenerator> random() {
    return Stream.of(
        new BarabasiAlbert(2, Start.STAR),
        new BarabasiAlbert(2, Start.COMPLETE),
        new WattsStrogatz(4, 0.5),
        new ErdosRenyi(0.3),
        new RandomRegular(3));
  }

  @ParameterizedTest
  @MethodSource("random")
  void anotherStreamGivesAnotherNetwork(NetworkGenerator generator) {
    Network first = generator.generate(20, Laws.stream(1));
    assertThat(generator.generate(20, Laws.stream(2))).isNotEqualTo(first);
    assertThat(generator.getClass().getAnnotation(About.class).draws())
        .containsExactly(Draw.NETWORK);
  }

  @Test
  void idsAreWhereTheyAreSaidToBe() {
    assertThat(new Star().generate(5, Laws.stream(0)).degree(0)).isEqualTo(4);
    assertThat(Laws.row(new Ring().generate(5, Laws.stream(0)), 0)).containsExactly(1, 4);
    assertThat(Laws.row(new PathNetwork().generate(5, Laws.stream(0)), 2)).containsExactly(1, 3);
    Network lattice = new Lattice(3, 4).generate(12, Laws.stream(0));
    assertThat(Laws.row(lattice, 5)).containsExactly(1, 4, 6, 9);
    assertThat(Laws.row(lattice, 3)).containsExactly(2, 7);
    assertThat(Laws.row(lattice, 4)).containsExactly(0, 5, 8);
  }

  /** Above JGraphT's comfortable sizes direct loops take over; they must make the same network. */
  @Test
  void largeNetworksAreMadeLikeSmallOnes() {
    for (int size : new int[] {3, 4, 9}) {
      assertThat(Complete.direct(size)).isEqualTo(new Complete().generate(size, Laws.stream(0)));
      assertThat(Ring.direct(size)).isEqualTo(new Ring().generate(size, Laws.stream(0)));
      assertThat(Star.direct(size)).isEqualTo(new Star().generate(size, Laws.stream(0)));
      assertThat(PathNetwork.direct(size))
          .isEqualTo(new PathNetwork().generate(size, Laws.stream(0)));
      Lattice lattice = new Lattice(size, 4);
      assertThat(lattice.direct()).isEqualTo(lattice.generate(4 * size, Laws.stream(0)));
    }
    assertThat(new Ring().generate(1_000_000, Laws.stream(0)).edgeCount()).isEqualTo(1_000_000);
    assertThat(new Star().generate(1_000_000, Laws.stream(0)).degree(0)).isEqualTo(999_999);
  }

  @Test
  void onlyALatticeFixesTheSize() {
    assertThat(new Lattice(3, 4).fixedSize()).isEqualTo(OptionalInt.of(12));
    assertThat(new Complete().fixedSize()).isEmpty();
    assertThatThrownBy(() -> new Lattice(3, 4).generate(13, Laws.stream(0)))
        .hasMessage("size: 13 does not fit a lattice of 3 x 4, which has 12 individuals.");
  }

  @Test
  void parametersAreChecked() {
    assertRefused(() -> new Lattice(0, 3), "rows: 0 must be at least 1.");
    assertRefused(() -> new Lattice(3, 0), "columns: 0 must be at least 1.");
    assertRefused(
        () -> new Lattice(65536, 65536), "rows x columns: 65536 x 65536 must not exceed 50000000.");
    assertRefused(() -> new BarabasiAlbert(0, Start.STAR), "edges-per-node: 0 must be at least 1.");
    assertRefused(() -> new WattsStrogatz(3, 0.5), "neighbors: 3 must be even.");
    assertRefused(() -> new WattsStrogatz(0, 0.5), "neighbors: 0 must be at least 2.");
    assertRefused(() -> new RandomRegular(-1), "degree: -1 must be at least 0.");
    for (double bad : List.of(Double.NaN, -0.1, 1.1)) {
      assertRefused(() -> new WattsStrogatz(2, bad), "rewiring: " + bad + " must lie in [0, 1].");
      assertRefused(() -> new ErdosRenyi(bad), "probability: " + bad + " must lie in [0, 1].");
    }
  }

  @Test
  void sizesThatCannotBeAreRefused() {
    assertNoSize(new Ring(), 2, "size: 2 must be at least 3 for a ring.");
    assertNoSize(new BarabasiAlbert(2, Start.COMPLETE), 2, "size: 2 must exceed edges-per-node 2.");
    assertNoSize(new WattsStrogatz(4, 0.1), 4, "size: 4 must exceed neighbors 4.");
    assertNoSize(new RandomRegular(3), 7, "size: 7 times degree 3 must be even.");
    assertNoSize(
        new Complete(),
        20_000,
        "size: 20000 needs about 199990000 edges here, but at most 100000000 are supported.");
    assertNoSize(
        new ErdosRenyi(0.5),
        1_000_000,
        "size: 1000000 needs about 249999750000 edges here, but at most 100000000 are supported.");
    assertNoSize(
        new RandomRegular(20),
        1_000_000,
        "size: 1000000 needs about 10000000 edges here, but at most 5000000 are supported.");
  }

  private static void assertNoSize(NetworkGenerator generator, int size, String message) {
    assertRefused(() -> generator.generate(size, Laws.stream(0)), message);
  }

  private static void assertRefused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }
}
