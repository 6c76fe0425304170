package org.sibyl.scenario.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Randomness;

/** Designs that choose from lists, and what all designs promise. */
class DesignsTest {
  private static final List<Levels> THREE =
      List.of(
          Levels.parse("a", "1,2"), Levels.parse("b", "x,y,z"), Levels.parse("c", "0..0.5/0.5"));

  private static Points points(Design design, List<Levels> levels, long seed) {
    return design.points(levels, Randomness.of(seed).at(Draw.DESIGN, 0));
  }

  private static List<String> cells(Points points, int paths) {
    return LongStream.range(0, points.size())
        .mapToObj(point -> cell(points, point, paths))
        .toList();
  }

  private static String cell(Points points, long point, int paths) {
    StringBuilder cell = new StringBuilder();
    for (int path = 0; path < paths; path++) {
      cell.append(path == 0 ? "" : " ").append(points.value(point, path).orElse("-"));
    }
    return cell.toString();
  }

  static Stream<Design> designs() {
    return Stream.of(
        new Grid(),
        new OneAtATime(),
        new RandomPoints(40),
        new LatinHypercube(40),
        new SobolSequence(40),
        new Morris(10, 4),
        new SobolIndices(8));
  }

  @Test
  void gridChangesTheLastPathFastest() {
    Points grid = points(new Grid(), THREE, 0);
    assertThat(cells(grid, 3))
        .hasSize(12)
        .startsWith("1 x 0", "1 x 0.5", "1 y 0", "1 y 0.5", "1 z 0", "1 z 0.5", "2 x 0")
        .endsWith("2 z 0.5")
        .doesNotHaveDuplicates();
    assertThat(grid.position(0, 0)).isNaN();
  }

  @Test
  void listGoesSideBySide() {
    List<Levels> levels = List.of(Levels.parse("a", "1,2,3"), Levels.parse("b", "lin(0,1,3)"));
    assertThat(cells(points(new SideBySide(), levels, 0), 2))
        .containsExactly("1 0", "2 0.5", "3 1");
    assertThatThrownBy(() -> points(new SideBySide(), THREE, 0))
        .hasMessage(
            "design: a list needs as many values for each path, but there are 2, 3, 2."
                + " Give each path the same number of values, or choose a grid.");
  }

  @Test
  void oneAtATimeLeavesTheOthersAsTheyAre() {
    assertThat(cells(points(new OneAtATime(), THREE, 0), 3))
        .containsExactly("- - -", "1 - -", "2 - -", "- x -", "- y -", "- z -", "- - 0", "- - 0.5");
  }

  @ParameterizedTest
  @MethodSource("designs")
  void sameStreamGivesTheSamePointsInAnyOrder(Design design) {
    Points once = points(design, THREE, 5);
    List<String> forwards = cells(once, 3);
    Points again = points(design, THREE, 5);
    for (long point = again.size() - 1; point >= 0; point--) {
      assertThat(cell(again, point, 3)).isEqualTo(forwards.get((int) point));
      assertThat(again.position(point, 2)).isEqualTo(Double.valueOf(once.position(point, 2)));
    }
  }

  @ParameterizedTest
  @MethodSource("designs")
  void anotherSeedGivesOtherPointsJustWhenTheDesignDraws(Design design) {
    List<String> one = cells(points(design, THREE, 5), 3);
    List<String> other = cells(points(design, THREE, 6), 3);
    assertThat(other.equals(one)).isEqualTo(!design.drawsPositions());
  }

  @ParameterizedTest
  @MethodSource("designs")
  void valuesAreTheLevelsAtThePositions(Design design) {
    Points points = points(design, THREE, 5);
    for (long point = 0; point < points.size(); point++) {
      for (int path = 0; path < 3; path++) {
        double position = points.position(point, path);
        if (design.drawsPositions()) {
          assertThat(position).isBetween(0.0, 1.0);
          assertThat(points.value(point, path))
              .isEqualTo(Optional.of(THREE.get(path).at(position)));
        } else {
          assertThat(position).isNaN();
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("designs")
  void nothingToVaryIsRefused(Design design) {
    assertThatThrownBy(() -> points(design, List.of(), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("design: there is nothing to vary. Name a path and its values");
  }

  @Test
  void intervalsNeedADesignThatDraws() {
    List<Levels> interval = List.of(Levels.parse("a", "0.2..0.8"));
    for (Design design : List.of(new Grid(), new SideBySide(), new OneAtATime())) {
      assertThatThrownBy(() -> points(design, interval, 0))
          .hasMessageMatching(
              "design: .* needs single values, not the interval 0\\.2\\.\\.0\\.8\\. Write a step"
                  + " \\(0\\.2\\.\\.0\\.8/0\\.1\\) or how many \\(lin\\(0\\.2,0\\.8,5\\)\\), or .*");
    }
    assertThat(points(new RandomPoints(3), interval, 0).size()).isEqualTo(3);
  }

  @Test
  void tooManyPointsAreRefused() {
    List<Levels> many = List.of(Levels.parse("a", "1..10000"), Levels.parse("b", "1..1001"));
    assertThatThrownBy(() -> points(new Grid(), many, 0))
        .hasMessage("design: has 10010000 points, more than 10000000. Give fewer values.");
    List<Levels> absurd =
        List.of(Levels.parse("a", "1..999999999999999999"), Levels.parse("b", "1..99"));
    assertThatThrownBy(() -> points(new Grid(), absurd, 0)).hasMessageContaining("more than");
    assertThatThrownBy(() -> points(new OneAtATime(), absurd, 0)).hasMessageContaining("more than");
    assertThatThrownBy(() -> points(new Morris(1_000_000, 4), tenPaths(), 0))
        .hasMessageContaining("has 11000000 points");
    assertThatThrownBy(() -> points(new SobolIndices(1_000_000), tenPaths(), 0))
        .hasMessageContaining("has 12000000 points");
  }

  private static List<Levels> tenPaths() {
    return Stream.generate(() -> Levels.parse("a", "0.0..1.0")).limit(10).toList();
  }

  @Test
  void tenMillionPointsCostNothingUntilAsked() {
    List<Levels> levels = tenPaths();
    for (Design design : List.of(new RandomPoints(10_000_000), new SobolSequence(10_000_000))) {
      Points points = points(design, levels, 0);
      assertThat(points.size()).isEqualTo(10_000_000);
      assertThat(points.position(9_999_999, 9)).isBetween(0.0, 1.0);
    }
  }
}
