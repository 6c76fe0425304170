package org.sibyl.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sibyl.Shared;

/** The required number of cooperators, D3 of the specification of the games. */
class ShareTest {
  @Test
  void recordedSurprisesOfFloatingPointDoNotSurprise() {
    JsonNode surprises =
        Shared.json("reference/games/best_response.json").get("threshold_float_surprises");
    assertThat(surprises.get("first")).hasSize(surprises.get("count").asInt()).hasSize(27);
    for (JsonNode row : surprises.get("first")) {
      double share = row.get(0).asDouble();
      int size = row.get(1).asInt();
      assertThat(share * size).isGreaterThan(row.get(3).asInt()); // the surprise
      assertThat(Share.of(share).ceilingOf(size)).isEqualTo(row.get(3).asInt());
    }
  }

  @Test
  void recordedThresholds() {
    JsonNode examples = Shared.json("reference/games/best_response.json").get("threshold_examples");
    assertThat(examples).hasSizeGreaterThan(100);
    for (JsonNode row : examples) {
      assertThat(Share.of(row.get(0).asDouble()).ceilingOf(row.get(1).asInt()))
          .isEqualTo(row.get(2).asInt());
    }
  }

  @Test
  void hundredthsOfGroupsUpTo200AreExact() {
    int surprises = 0;
    for (int hundredths = 0; hundredths <= 100; hundredths++) {
      BigDecimal exact = BigDecimal.valueOf(hundredths, 2);
      for (int size = 1; size <= 200; size++) {
        int expected =
            exact.multiply(BigDecimal.valueOf(size)).setScale(0, RoundingMode.CEILING).intValue();
        assertThat(Share.parse(exact.toString()).ceilingOf(size)).isEqualTo(expected);
        surprises += StrictMath.ceil(exact.doubleValue() * size) == expected ? 0 : 1;
      }
    }
    assertThat(surprises).isEqualTo(27);
  }

  @Test
  void fractionsAreExactAsFractionsAndAsDecimals() {
    for (int denominator = 1; denominator < 60; denominator++) {
      for (int numerator = 0; numerator <= denominator; numerator++) {
        Share fraction = Share.of(numerator, denominator);
        Share decimal = Share.of((double) numerator / denominator);
        for (int size = 0; size < 120; size++) {
          int expected = exactCeiling(numerator, denominator, size);
          assertThat(fraction.ceilingOf(size)).isEqualTo(expected);
          assertThat(decimal.ceilingOf(size)).isEqualTo(expected);
        }
      }
    }
  }

  @Test
  void largeFractionsDoNotOverflow() {
    Share share = Share.parse("999999998/999999999");
    assertThat(share.ceilingOf(Integer.MAX_VALUE)).isEqualTo(2147483645);
    assertThat(Share.of(Integer.MAX_VALUE, Integer.MAX_VALUE).ceilingOf(Integer.MAX_VALUE))
        .isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void staysWithinTheGroup() {
    for (int size : new int[] {0, 1, 7, 1_000_000}) {
      assertThat(Share.of(0).ceilingOf(size)).isZero();
      assertThat(Share.of(1).ceilingOf(size)).isEqualTo(size);
      assertThat(Share.of(0, 7).ceilingOf(size)).isZero();
      assertThat(Share.of(7, 7).ceilingOf(size)).isEqualTo(size);
      assertThat(Share.of(1e-12).ceilingOf(size)).isBetween(0, 1);
    }
    assertThatThrownBy(() -> Share.of(.5).ceilingOf(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("size: -1 must be at least 0.");
    assertThatThrownBy(() -> Share.of(1, 2).ceilingOf(-1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void readsBothForms() {
    assertThat(Share.parse(" 2 / 3 ")).isEqualTo(Share.of(2, 3)).hasToString("2/3");
    assertThat(Share.parse("2/3").isFraction()).isTrue();
    assertThat(Share.parse("2/3").value()).isEqualTo(2.0 / 3);
    assertThat(Share.parse(".55")).isEqualTo(Share.of(.55)).hasToString("0.55");
    assertThat(Share.parse("0.55").isFraction()).isFalse();
    assertThat(Share.of(.5)).isNotEqualTo(Share.of(1, 2)); // they are written differently
    assertThat(Share.of(1, 2)).hasSameHashCodeAs(Share.parse("1/2"));
    assertThat(Share.parse(Share.of(1e-5).toString())).isEqualTo(Share.of(1e-5));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "half",
        "1/",
        "/2",
        "1/2/3",
        "1.5/2",
        "-1/2",
        "3/2",
        "1/0",
        "0/0",
        "1.1",
        "-0.1",
        "NaN",
        "Infinity",
        "0,5",
        "50%",
        "12345678901/12345678902"
      })
  void rejectsAnythingElse(String text) {
    assertThatThrownBy(() -> Share.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void saysWhatIsWrong() {
    assertThatThrownBy(() -> Share.parse("half"))
        .hasMessage("share: 'half' is neither a decimal nor a fraction like 2/3.");
    assertThatThrownBy(() -> Share.of(Double.NaN)).hasMessage("share: NaN must lie in [0, 1].");
    assertThatThrownBy(() -> Share.of(5, 4)).hasMessage("share: 1.25 must lie in [0, 1].");
    assertThatThrownBy(() -> Share.of(-1, 4)).hasMessage("share: -0.25 must lie in [0, 1].");
    assertThatThrownBy(() -> Share.of(1, -4)).hasMessage("denominator: -4 must be at least 1.");
  }

  private static int exactCeiling(int numerator, int denominator, int size) {
    BigInteger[] quotient =
        BigInteger.valueOf(numerator)
            .multiply(BigInteger.valueOf(size))
            .divideAndRemainder(BigInteger.valueOf(denominator));
    return quotient[0].intValueExact() + quotient[1].signum();
  }
}
