package org.sibyl.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sibyl.numeric.Matrix;

/** Every layout fills the unit square, each individual at a place of its own, always the same. */
class NetworkLayoutTest {
  private static Network ring(int size) {
    return new Ring().generate(size, RandomSource.L64_X128_MIX.create(1L));
  }

  @ParameterizedTest
  @EnumSource
  void everyoneHasAPlaceInTheSquare(NetworkLayout layout) {
    Network network = ring(30);
    Matrix places = layout.place(network);
    assertThat(places.rows()).isEqualTo(30);
    assertThat(places.columns()).isEqualTo(2);
    double nearest = 1;
    double low = 1;
    double high = 0;
    for (int i = 0; i < 30; i++) {
      assertThat(places.get(i, 0)).isBetween(0.0, 1.0);
      assertThat(places.get(i, 1)).isBetween(0.0, 1.0);
      low = Math.min(low, places.get(i, 0));
      high = Math.max(high, places.get(i, 0));
      for (int k = 0; k < i; k++) {
        nearest = Math.min(nearest, distance(places, i, k));
      }
    }
    assertThat(nearest).isPositive();
    assertThat(high - low).isGreaterThan(0.8);
    assertThat(layout.place(ring(30))).isEqualTo(places);
  }

  @ParameterizedTest
  @EnumSource
  void oneIndividualIsPlaced(NetworkLayout layout) {
    Matrix places = layout.place(Network.of(1));
    assertThat(places.get(0, 0)).isBetween(0.0, 1.0);
    assertThat(places.get(0, 1)).isBetween(0.0, 1.0);
  }

  @ParameterizedTest
  @ValueSource(ints = {12, 60})
  void forcesPullNeighborsTogether(int size) {
    Matrix places = NetworkLayout.FORCE_DIRECTED.place(ring(size));
    double neighbors = 0;
    double opposite = 0;
    for (int i = 0; i < size; i++) {
      neighbors += distance(places, i, (i + 1) % size);
      opposite += distance(places, i, (i + size / 2) % size);
    }
    assertThat(neighbors).isLessThan(opposite / 2);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 100, 150, 400, 1500})
  void networksOfManyPartsAreLaidOut(int size) {
    List<int[]> edges = new ArrayList<>();
    for (int i = 0; i + 1 < size; i += 2) {
      edges.add(new int[] {i, i + 1});
    }
    for (Network network :
        List.of(Network.of(size), Network.of(size, edges.toArray(int[][]::new)))) {
      Matrix places = NetworkLayout.FORCE_DIRECTED.place(network);
      double nearest = 1;
      for (int i = 0; i < size; i++) {
        for (int k = 0; k < i; k++) {
          nearest = Math.min(nearest, distance(places, i, k));
        }
      }
      assertThat(nearest).isPositive();
    }
  }

  private static double distance(Matrix places, int i, int k) {
    return Math.hypot(places.get(i, 0) - places.get(k, 0), places.get(i, 1) - places.get(k, 1));
  }
}
