package org.sibyl.experiment.reproduction.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sibyl.experiment.reproduction.Workbench;
import org.sibyl.learning.neural.BestBy;
import org.sibyl.learning.neural.GameResult;
import org.sibyl.learning.neural.SteeringAim;

class CoursesTest {
  private static final Workbench BENCH = Workbench.sound(false);

  @Test
  void threadsDoNotChangeTrainings() {
    List<Course> courses =
        List.of(
            Course.mlp(SteeringAim.GROUP, 0.5, 0),
            Course.mlp(SteeringAim.GROUP, 0.5, 1),
            Course.mlp(SteeringAim.MULTITASK, 0.3, 0));
    List<List<GameResult>> alone = Courses.results(BENCH, courses, 3, 1);
    assertThat(Courses.results(BENCH, courses, 3, 3)).isEqualTo(alone);
    assertThat(alone).doesNotHaveDuplicates();
    assertThat(alone.get(2)).isEqualTo(courses.get(2).results(BENCH, 3));
  }

  @Test
  void whatATrainingThrowsIsThrown() {
    Workbench broken =
        new Workbench(
            game -> {
              throw new IllegalArgumentException("no such game");
            },
            false);
    List<Course> one = List.of(Course.mlp(SteeringAim.GROUP, 0.5, 0));
    assertThatThrownBy(() -> Courses.results(broken, one, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no such game");
  }

  @Test
  void seeds() {
    GameResult first = game(1, 0.2, 0.9, 0.5);
    GameResult second = game(2, 0.6, 0.5, 0.4);
    GameResult third = game(3, 0.4, 0.9, 0.3);
    Seeds seeds = new Seeds(List.of(List.of(first, second), List.of(first, third)));
    assertThat(seeds.best(BestBy.SUCCESS)).containsExactly(second, third);
    assertThat(seeds.best(BestBy.ACCURACY)).containsExactly(first, third);
    assertThat(seeds.mean(BestBy.SUCCESS, GameResult::success).value()).isEqualTo(0.5);
    assertThat(seeds.all(BestBy.SUCCESS, game -> game.success() > 0.5)).isFalse();
    assertThat(seeds.any(BestBy.SUCCESS, game -> game.success() > 0.5)).isTrue();
    assertThat(seeds.bestOf(BestBy.PRODUCT)).isEqualTo(1); // .36, not .30
    assertThat(seeds.bestOf(BestBy.SUCCESS)).isZero();
    assertThat(seeds.lastCooperation(1).value()).isEqualTo((0.4 + 0.3) / 2);
  }

  private static GameResult game(int epoch, double success, double accuracy, double cooperation) {
    return new GameResult(epoch, success, accuracy, cooperation, 0.5, 0.5, 0);
  }
}
