package org.sibyl.learning.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Randomness;

/** The one file of a trained network. */
class SavedPredictorTest {
  private static final Mlp MLP = new Mlp(1, 2);
  private static final Map<String, String> PROVENANCE = provenance();

  private static Map<String, String> provenance() {
    Map<String, String> provenance = new LinkedHashMap<>();
    provenance.put("scenario", "learned \"games\"\nT = ½");
    provenance.put("epochs", "200");
    return provenance;
  }

  private static SavedPredictor predictor() {
    Weights weights = MLP.initial(3, Randomness.of(4).at(Draw.LEARNER, 0));
    return SavedPredictor.of(MLP, "{type: mlp, hidden: 2}", 3, weights, PROVENANCE);
  }

  private static byte[] bytes(SavedPredictor predictor) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    predictor.write(out);
    return out.toByteArray();
  }

  private static SavedPredictor read(byte... bytes) throws IOException {
    return SavedPredictor.read(new ByteArrayInputStream(bytes));
  }

  @Test
  void whatIsReadIsWhatWasWritten() throws IOException {
    SavedPredictor read = read(bytes(predictor()));
    assertThat(read).isEqualTo(predictor());
    assertThat(read.provenance().keySet()).containsExactly("scenario", "epochs");
    assertThat(bytes(read)).isEqualTo(bytes(predictor()));
  }

  @Test
  void everyBitOfAWeightIsKept() throws IOException {
    int[] bits = {0x80000000, 0x00000001, 0x7fc12345, 0xff800000, 0x3f800001, 0x7f7fffff};
    float[] numbers = new float[bits.length];
    for (int k = 0; k < bits.length; k++) {
      numbers[k] = Float.intBitsToFloat(bits[k]);
    }
    SavedPredictor saved =
        new SavedPredictor(
            "any", 1, List.of(new Shape("odd", 2, 3)), Weights.owning(numbers), Map.of());
    float[] read = read(bytes(saved)).weights().copy(0);
    for (int k = 0; k < bits.length; k++) {
      assertThat(Float.floatToRawIntBits(read[k])).isEqualTo(bits[k]);
    }
  }

  @Test
  void theFileIsALineOfJsonThenLittleEndianFloats() throws IOException {
    byte[] bytes = bytes(predictor());
    int end = indexOfLine(bytes);
    String line = new String(bytes, 0, end, StandardCharsets.UTF_8);
    assertThat(line)
        .startsWith(
            "{\"format\":\"sibyl-predictor-1\",\"architecture\":\"{type: mlp, hidden: 2}\","
                + "\"individuals\":3,\"tensors\":[{\"name\":\"embedding.weight\",\"rows\":3,"
                + "\"columns\":1},")
        .endsWith(
            "\"provenance\":{\"scenario\":\"learned \\\"games\\\"\\nT = ½\","
                + "\"epochs\":\"200\"}}");
    float first = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getFloat(end + 1);
    assertThat(first).isEqualTo(predictor().weights().copy(0)[0]);
    assertThat(bytes).hasSize(end + 1 + 4 * predictor().weights().size() + 4);
  }

  private static int indexOfLine(byte... bytes) {
    int at = 0;
    while (bytes[at] != '\n') {
      at++;
    }
    return at;
  }

  @Test
  void whatWasChangedIsRefusedWhereverItWas() throws IOException {
    byte[] bytes = bytes(predictor());
    for (int k = 0; k < bytes.length; k++) {
      for (int change : new int[] {1, 0x80}) {
        byte[] changed = bytes.clone();
        changed[k] ^= (byte) change;
        assertThatIllegalArgumentException()
            .as("byte %d of %d", k, bytes.length)
            .isThrownBy(() -> read(changed))
            .withMessageStartingWith("saved predictor: ");
      }
    }
    byte[] weight = bytes.clone();
    weight[bytes.length - 5] ^= 1;
    assertThatThrownBy(() -> read(weight)).hasMessageContaining("was changed since it was written");
  }

  @Test
  void whatEndsEarlyOrGoesOnIsRefused() throws IOException {
    byte[] bytes = bytes(predictor());
    for (int size = 0; size < bytes.length; size++) {
      byte[] cut = Arrays.copyOf(bytes, size);
      assertThatIllegalArgumentException().isThrownBy(() -> read(cut));
    }
    assertThatThrownBy(() -> read(Arrays.copyOf(bytes, bytes.length - 1)))
        .hasMessageContaining(
            "ends after "
                + (bytes.length - 1)
                + " bytes, but its first line makes it "
                + bytes.length
                + " long");
    assertThatThrownBy(() -> read(Arrays.copyOf(bytes, bytes.length + 1)))
        .hasMessageContaining("goes on after " + bytes.length + " bytes");
  }

  @Test
  void otherFilesAreRefused() {
    assertThatThrownBy(() -> read("name: learned\n".getBytes(StandardCharsets.UTF_8)))
        .hasMessageContaining("its first line does not say what it is");
    assertThatThrownBy(() -> read("{\"format\":\"other\"}\n".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IllegalArgumentException.class);
    byte[] endless = new byte[3 << 20];
    endless[endless.length - 1] = '\n';
    assertThatThrownBy(() -> read(endless))
        .hasMessageContaining("has no first line that says what it is");
  }

  @Test
  void firstLinesOfNothingAreRefused() {
    String none = "{\"format\":\"sibyl-predictor-1\",\"architecture\":\"x\",\"individuals\":1,";
    for (String line : List.of("null", none + "\"tensors\":[null],\"provenance\":{}}")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> read((line + "\n").getBytes(StandardCharsets.UTF_8)))
          .withMessageContaining("its first line does not say what it is");
    }
  }

  /** Its forecasts would be no numbers, which people take for silence. */
  @Test
  void weightsThatAreNoNumbersAreNotDeployed() {
    float[][] tensors = new float[7][];
    for (int t = 0; t < tensors.length; t++) {
      tensors[t] = predictor().weights().copy(t);
    }
    tensors[3][1] = Float.NaN;
    SavedPredictor broken = SavedPredictor.of(MLP, "", 3, Weights.owning(tensors), Map.of());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> broken.weightsFor(MLP, 3))
        .withMessageContaining("finite");
  }

  @Test
  void weightsOfAnotherSizeNameBothSizes() {
    assertThatThrownBy(() -> predictor().weightsFor(MLP, 5))
        .hasMessageContaining("is for 3 individuals, but there are 5");
    assertThatThrownBy(() -> predictor().weightsFor(new Mlp(2, 2), 3))
        .hasMessageContaining("columns=1")
        .hasMessageContaining("columns=2");
    assertThat(predictor().weightsFor(MLP, 3)).isEqualTo(predictor().weights());
  }

  @Test
  void graphNetworksGoToAnyNumber() {
    Gnn gnn = new Gnn(4, 2, 0.5);
    Weights weights = gnn.initial(3, Randomness.of(4).at(Draw.LEARNER, 0));
    SavedPredictor saved = SavedPredictor.of(gnn, "gnn", 3, weights, Map.of());
    assertThat(saved.weightsFor(gnn, 300)).isSameAs(weights);
  }
}
