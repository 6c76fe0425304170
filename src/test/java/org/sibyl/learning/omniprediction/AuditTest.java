package org.sibyl.learning.omniprediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.sibyl.prediction.decision.BestDecision;
import org.sibyl.prediction.decision.DecisionLoss;
import org.sibyl.prediction.decision.DecisionRule;
import org.sibyl.prediction.decision.OutcomeModel;
import org.sibyl.prediction.decision.PerformativeOmnipredictor;

/** What audits of the truth find, and what follows of it. */
class AuditTest {
  private static Audit audit(RandomInstance world, AuditSide side) {
    return Audit.of(
        world.evidence(),
        world.losses(),
        new RandomInstance.Table(world.model()),
        new AllRules(world.rules()),
        side);
  }

  /** Property P1: no rule at all is better than the best decisions by the truth. */
  @Property(seed = "20230602", tries = 200)
  void theTruthDecidesBest(@ForAll @LongRange(min = 0, max = 1L << 40) long seed) {
    RandomInstance world = RandomInstance.of(seed);
    Risks risks = world.risks();
    for (DecisionLoss loss : world.losses()) {
      double best =
          risks.performative(loss, new BestDecision(loss, new RandomInstance.Table(world.truth())));
      for (List<Integer> rule : world.everyRule()) {
        assertThat(best).isLessThanOrEqualTo(world.risk(loss, rule, world.truth()) + 1e-12);
      }
    }
  }

  /** Property P2, from the one-sided errors. */
  @Property(seed = "20230603", tries = 300)
  void theGapIsAtMostTheSumOfErrors(@ForAll @LongRange(min = 0, max = 1L << 40) long seed) {
    RandomInstance world = RandomInstance.of(seed);
    Audit oneSided = audit(world, AuditSide.OMNI_ONLY);
    for (int l = 0; l < world.losses().size(); l++) {
      DecisionLoss loss = world.losses().get(l);
      double gap =
          world.risks().gap(loss, new RandomInstance.Table(world.model()), k -> world.rules());
      assertThat(gap)
          .isCloseTo(world.gap(loss, world.model()), within(1e-12))
          .isLessThanOrEqualTo(oneSided.poi(l) + oneSided.doi(l) + 1e-12);
    }
  }

  /** By the definition D9, loss by loss. */
  @Property(seed = "20230604", tries = 300)
  void errorsAreModelledLessTrueRisks(@ForAll @LongRange(min = 0, max = 1L << 40) long seed) {
    RandomInstance world = RandomInstance.of(seed);
    Audit oneSided = audit(world, AuditSide.OMNI_ONLY);
    Audit twoSided = audit(world, AuditSide.TWO_SIDED);
    double greatest = 0;
    for (int l = 0; l < world.losses().size(); l++) {
      DecisionLoss loss = world.losses().get(l);
      double over = 0;
      double under = 0;
      for (DecisionRule rule : world.rules()) {
        double error = world.error(loss, RandomInstance.decided(rule), world.model());
        over = Math.max(over, error);
        under = Math.max(under, -error);
      }
      double best = world.error(loss, world.best(loss, world.model()), world.model());
      assertThat(oneSided.poi(l)).isCloseTo(over, within(1e-12));
      assertThat(twoSided.poi(l)).isCloseTo(Math.max(over, under), within(1e-12));
      assertThat(oneSided.doi(l)).isCloseTo(Math.max(0, -best), within(1e-12));
      assertThat(twoSided.doi(l)).isCloseTo(Math.abs(best), within(1e-12));
      greatest = Math.max(greatest, Math.max(twoSided.poi(l), twoSided.doi(l)));
    }
    assertThat(twoSided.worst().size(AuditSide.TWO_SIDED)).isEqualTo(greatest);
    assertThat(Math.max(twoSided.poi(), twoSided.doi())).isEqualTo(greatest);
  }

  /** Property P11. */
  @Property(seed = "20230605", tries = 100)
  void moreRulesOrLossesNeverLessenTheErrors(
      @ForAll @LongRange(min = 0, max = 1L << 40) long seed) {
    RandomInstance world = RandomInstance.of(seed);
    double poi = 0;
    double doi = 0;
    for (int l = 1; l <= world.losses().size(); l++) {
      for (int h = 1; h <= world.rules().size(); h++) {
        Audit audit = part(world, l, h);
        assertThat(audit.poi()).isGreaterThanOrEqualTo(h == 1 ? 0 : poi);
        assertThat(audit.poi()).isGreaterThanOrEqualTo(l == 1 ? 0 : part(world, l - 1, h).poi());
        assertThat(audit.doi()).isGreaterThanOrEqualTo(doi);
        poi = audit.poi();
        doi = audit.doi();
      }
    }
  }

  private static Audit part(RandomInstance world, int losses, int rules) {
    return Audit.of(
        world.evidence(),
        world.losses().subList(0, losses),
        new RandomInstance.Table(world.model()),
        new AllRules(world.rules().subList(0, rules)),
        AuditSide.TWO_SIDED);
  }

  /** Section 14: a model that says 1/2 errs by beta on every rule, and not on its own decisions. */
  @Test
  void theProductWorld() {
    Audit audit =
        Audit.of(
            ProductWorld.evidence(0.3),
            ProductWorld.losses(),
            half(),
            product(),
            AuditSide.TWO_SIDED);
    assertThat(audit.poi(0)).isCloseTo(0.3, within(1e-15));
    assertThat(audit.poi(1)).isCloseTo(0.3, within(1e-15));
    assertThat(audit.doi()).isLessThan(1e-15);
    assertThat(audit.worst().rule()).contains(new ProductWorld.Sign(1));
    assertThat(audit.worst().loss()).isZero();
    assertThat(audit.worst().error()).isCloseTo(0.3, within(1e-15));
  }

  @Test
  void theRuleOfTheProductWorldCostsHalfLessBeta() {
    Risks risks = new Risks(ProductWorld.people(), ProductWorld.shares(), ProductWorld.truth(0.3));
    DecisionLoss steer = ProductWorld.losses().get(0);
    assertThat(risks.performative(steer, new ProductWorld.Sign(1))).isCloseTo(0.2, within(1e-15));
    assertThat(risks.performative(steer, new ProductWorld.Sign(-1))).isCloseTo(0.8, within(1e-15));
    assertThat(risks.gap(steer, half(), ProductWorld.rules())).isCloseTo(0.3, within(1e-15));
  }

  /** E5. */
  @Test
  void withoutRulesOnlyBestDecisionsAreAudited() {
    for (Auditor none : List.of(new NoRules(), new AllRules(List.of()))) {
      Audit audit =
          Audit.of(
              EarlyWarning.evidence(),
              EarlyWarning.losses(),
              EarlyWarning.shrunk(0.5),
              none,
              AuditSide.TWO_SIDED);
      assertThat(audit.findings()).hasSize(5).allMatch(finding -> finding.rule().isEmpty());
      assertThat(audit.poi()).isZero();
      assertThat(audit.doi()).isGreaterThan(0.1);
    }
  }

  private static OutcomeModel half() {
    return new PerformativeOmnipredictor(2, List.of(), List.of(), List.of());
  }

  private static Auditor product() {
    return new AllRules(ProductWorld.rules().rules(2));
  }
}
