package org.sibyl.scenario;

import java.util.List;
import java.util.Optional;
import org.sibyl.behavior.BayesianTrust;
import org.sibyl.behavior.Carryover;
import org.sibyl.behavior.DelayedImpact;
import org.sibyl.behavior.FixedTrust;
import org.sibyl.behavior.Keep;
import org.sibyl.behavior.LastAction;
import org.sibyl.behavior.NewPeople;
import org.sibyl.behavior.PivotalCooperation;
import org.sibyl.behavior.ResetToBase;
import org.sibyl.behavior.ResponseModel;
import org.sibyl.behavior.TrustRule;
import org.sibyl.behavior.decision.BandProgress;
import org.sibyl.behavior.decision.TakeUp;
import org.sibyl.behavior.screening.FollowingPeers;
import org.sibyl.behavior.screening.JustEnough;
import org.sibyl.behavior.screening.LogitEffort;
import org.sibyl.behavior.screening.Ratchet;
import org.sibyl.behavior.screening.WithinReach;
import org.sibyl.behavior.screening.Worthwhile;
import org.sibyl.behavior.social.DiseaseStages;
import org.sibyl.behavior.social.Isolation;
import org.sibyl.behavior.social.Moving;
import org.sibyl.behavior.social.Relocation;
import org.sibyl.behavior.strategic.CostLimited;
import org.sibyl.behavior.strategic.GradientShift;
import org.sibyl.behavior.strategic.GroupsInTurn;
import org.sibyl.behavior.strategic.Heterogeneous;
import org.sibyl.behavior.strategic.Imitation;
import org.sibyl.behavior.strategic.MixtureOfTypes;
import org.sibyl.behavior.strategic.NoisyResponse;
import org.sibyl.behavior.strategic.OnlyLabelled;
import org.sibyl.behavior.strategic.OpinionDrift;
import org.sibyl.behavior.strategic.PartialAdaptation;
import org.sibyl.behavior.strategic.RejectionResampling;
import org.sibyl.behavior.strategic.StrategicFeatures;
import org.sibyl.behavior.strategic.ThresholdSeekers;
import org.sibyl.behavior.strategic.Trusting;
import org.sibyl.behavior.strategic.Unmoved;
import org.sibyl.learning.Algorithm;
import org.sibyl.learning.FixedForecast;
import org.sibyl.learning.GivenForecast;
import org.sibyl.learning.GivenParameters;
import org.sibyl.learning.InitialForecast;
import org.sibyl.learning.InitialParameters;
import org.sibyl.learning.NoPredictor;
import org.sibyl.learning.RandomBinary;
import org.sibyl.learning.RepeatedRiskMinimization;
import org.sibyl.learning.UniformParameters;
import org.sibyl.learning.chain.ChainPolicy;
import org.sibyl.learning.descent.Adagrad;
import org.sibyl.learning.descent.Adam;
import org.sibyl.learning.descent.ConstantStep;
import org.sibyl.learning.descent.Momentum;
import org.sibyl.learning.descent.Optimizer;
import org.sibyl.learning.descent.Plain;
import org.sibyl.learning.descent.PublishedStep;
import org.sibyl.learning.descent.StepSize;
import org.sibyl.learning.equilibrium.NoRegretMixture;
import org.sibyl.learning.equilibrium.SeveralPredictors;
import org.sibyl.learning.neural.Architecture;
import org.sibyl.learning.neural.Gnn;
import org.sibyl.learning.neural.GnnLinear;
import org.sibyl.learning.neural.GnnMlp;
import org.sibyl.learning.neural.LearnedPredictor;
import org.sibyl.learning.neural.Mlp;
import org.sibyl.learning.neural.TransferredPredictor;
import org.sibyl.learning.omniprediction.Auditor;
import org.sibyl.learning.omniprediction.auditor.AllPairs;
import org.sibyl.learning.omniprediction.auditor.Enumeration;
import org.sibyl.learning.omniprediction.auditor.RegressionArgmin;
import org.sibyl.learning.omniprediction.auditor.Tabular;
import org.sibyl.learning.omniprediction.auditor.Tree;
import org.sibyl.learning.omniprediction.policy.FixedRule;
import org.sibyl.learning.omniprediction.policy.FixedTrial;
import org.sibyl.learning.omniprediction.policy.OmnipredictorFromTrial;
import org.sibyl.learning.omniprediction.policy.RiskTargeting;
import org.sibyl.learning.retraining.AveragedRetraining;
import org.sibyl.learning.retraining.DelayedRetraining;
import org.sibyl.learning.retraining.EpochDescent;
import org.sibyl.learning.retraining.GreedyDescent;
import org.sibyl.learning.retraining.LazyDescent;
import org.sibyl.learning.retraining.ProximalRetraining;
import org.sibyl.learning.retraining.RepeatedGradientDescent;
import org.sibyl.learning.riskcontrol.PerformativeRiskControl;
import org.sibyl.learning.riskcontrol.width.BerkJones;
import org.sibyl.learning.riskcontrol.width.CentralLimit;
import org.sibyl.learning.riskcontrol.width.DkwBand;
import org.sibyl.learning.riskcontrol.width.EmpiricalBernstein;
import org.sibyl.learning.riskcontrol.width.Hoeffding;
import org.sibyl.learning.riskcontrol.width.HoeffdingBentkus;
import org.sibyl.learning.riskcontrol.width.KnownVariance;
import org.sibyl.learning.riskcontrol.width.TailCentralLimit;
import org.sibyl.learning.riskcontrol.width.Width;
import org.sibyl.learning.search.ConfidenceBounds;
import org.sibyl.learning.search.DecoupledDescent;
import org.sibyl.learning.search.DerivativeFree;
import org.sibyl.learning.search.GridSearch;
import org.sibyl.learning.search.PerformativeDescent;
import org.sibyl.learning.search.PlugIn;
import org.sibyl.learning.search.RandomSearch;
import org.sibyl.learning.search.ReparametrisedDescent;
import org.sibyl.learning.search.ScoreFunction;
import org.sibyl.learning.search.TwoStage;
import org.sibyl.metrics.Accuracy;
import org.sibyl.metrics.ActionShift;
import org.sibyl.metrics.BelowThreshold;
import org.sibyl.metrics.BrierScore;
import org.sibyl.metrics.Cooperation;
import org.sibyl.metrics.GroupSuccess;
import org.sibyl.metrics.LogLikelihood;
import org.sibyl.metrics.Mean;
import org.sibyl.metrics.MeanFeature;
import org.sibyl.metrics.MeanTrust;
import org.sibyl.metrics.Metric;
import org.sibyl.metrics.Welfare;
import org.sibyl.metrics.decision.DecisionShare;
import org.sibyl.metrics.decision.ExpectedRisk;
import org.sibyl.metrics.decision.ForecastBias;
import org.sibyl.metrics.decision.IndistinguishabilityError;
import org.sibyl.metrics.decision.ModelledRisk;
import org.sibyl.metrics.decision.OmnipredictionGap;
import org.sibyl.metrics.decision.RealisedRisk;
import org.sibyl.metrics.performative.ClassificationAccuracy;
import org.sibyl.metrics.performative.DecisionUtility;
import org.sibyl.metrics.performative.DecoupledRisk;
import org.sibyl.metrics.performative.DeployedParameter;
import org.sibyl.metrics.performative.Deployments;
import org.sibyl.metrics.performative.ExcessRisk;
import org.sibyl.metrics.performative.GroupMean;
import org.sibyl.metrics.performative.LearningGain;
import org.sibyl.metrics.performative.MeanShift;
import org.sibyl.metrics.performative.MixtureStabilityGap;
import org.sibyl.metrics.performative.OracleCalls;
import org.sibyl.metrics.performative.PerformativeRisk;
import org.sibyl.metrics.performative.Regret;
import org.sibyl.metrics.performative.Samples;
import org.sibyl.metrics.performative.StabilityGap;
import org.sibyl.metrics.performative.SteeringGain;
import org.sibyl.metrics.performative.ThetaChange;
import org.sibyl.metrics.performative.ThetaDistance;
import org.sibyl.metrics.riskcontrol.AcceptanceRate;
import org.sibyl.metrics.riskcontrol.ControlledRisk;
import org.sibyl.metrics.riskcontrol.DeployedConservativeness;
import org.sibyl.metrics.riskcontrol.RiskSlope;
import org.sibyl.metrics.riskcontrol.StaticRisk;
import org.sibyl.metrics.steering.GameAccuracy;
import org.sibyl.metrics.steering.GameCooperation;
import org.sibyl.metrics.steering.GameSuccess;
import org.sibyl.metrics.steering.Games;
import org.sibyl.metrics.steering.TrainingLoss;
import org.sibyl.network.AnyExposure;
import org.sibyl.network.BarabasiAlbert;
import org.sibyl.network.Cliques;
import org.sibyl.network.Complete;
import org.sibyl.network.CountExposure;
import org.sibyl.network.EdgeList;
import org.sibyl.network.ErdosRenyi;
import org.sibyl.network.ExposureMapping;
import org.sibyl.network.GraphMl;
import org.sibyl.network.Isolated;
import org.sibyl.network.Lattice;
import org.sibyl.network.MeanExposure;
import org.sibyl.network.NetworkGenerator;
import org.sibyl.network.PathNetwork;
import org.sibyl.network.RandomRegular;
import org.sibyl.network.Ring;
import org.sibyl.network.Star;
import org.sibyl.network.WattsStrogatz;
import org.sibyl.outcome.CollectiveRisk;
import org.sibyl.outcome.Nature;
import org.sibyl.outcome.RecordedLabels;
import org.sibyl.outcome.decision.Decided;
import org.sibyl.outcome.decision.Exposed;
import org.sibyl.outcome.decision.ExposedLaw;
import org.sibyl.outcome.drawn.CoinOutcome;
import org.sibyl.outcome.drawn.Contagion;
import org.sibyl.outcome.drawn.Contentment;
import org.sibyl.outcome.drawn.CoupledOutcome;
import org.sibyl.outcome.drawn.HardnessOutcome;
import org.sibyl.outcome.drawn.LinearOutcome;
import org.sibyl.outcome.drawn.MixtureOutcome;
import org.sibyl.outcome.drawn.OutcomeByType;
import org.sibyl.outcome.drawn.RootOutcome;
import org.sibyl.outcome.drawn.SharedMarket;
import org.sibyl.outcome.drawn.ShownOutcome;
import org.sibyl.outcome.drawn.SignOutcome;
import org.sibyl.outcome.drawn.StepOutcome;
import org.sibyl.outcome.screening.CarriedLoad;
import org.sibyl.outcome.screening.DefaultCost;
import org.sibyl.outcome.screening.Improving;
import org.sibyl.population.FeatureSource;
import org.sibyl.population.source.Blocks;
import org.sibyl.population.source.CoinSource;
import org.sibyl.population.source.ConstantSource;
import org.sibyl.population.source.DailyDemand;
import org.sibyl.population.source.NormalSource;
import org.sibyl.population.source.OneHot;
import org.sibyl.population.source.Outbreak;
import org.sibyl.population.source.Residents;
import org.sibyl.population.source.School;
import org.sibyl.population.source.ScoredGroups;
import org.sibyl.population.source.TwoClasses;
import org.sibyl.population.source.UniformScores;
import org.sibyl.population.table.Credit;
import org.sibyl.population.table.CreditScores;
import org.sibyl.population.table.Table;
import org.sibyl.prediction.Ball;
import org.sibyl.prediction.Box;
import org.sibyl.prediction.ConstantModels;
import org.sibyl.prediction.CosineLoss;
import org.sibyl.prediction.CrossEntropy;
import org.sibyl.prediction.Domain;
import org.sibyl.prediction.Everywhere;
import org.sibyl.prediction.HingeLoss;
import org.sibyl.prediction.LinearLoss;
import org.sibyl.prediction.LinearModels;
import org.sibyl.prediction.LogisticLoss;
import org.sibyl.prediction.LogisticModels;
import org.sibyl.prediction.Loss;
import org.sibyl.prediction.ModelFamily;
import org.sibyl.prediction.NeuralModels;
import org.sibyl.prediction.SquaredLoss;
import org.sibyl.prediction.TargetLoss;
import org.sibyl.prediction.decision.Always;
import org.sibyl.prediction.decision.AtLeast;
import org.sibyl.prediction.decision.BestDecision;
import org.sibyl.prediction.decision.ByValue;
import org.sibyl.prediction.decision.ClusterTrial;
import org.sibyl.prediction.decision.ConstantLaw;
import org.sibyl.prediction.decision.Constants;
import org.sibyl.prediction.decision.DecisionLoss;
import org.sibyl.prediction.decision.DecisionRule;
import org.sibyl.prediction.decision.EqualTo;
import org.sibyl.prediction.decision.Everyone;
import org.sibyl.prediction.decision.ImportanceWeight;
import org.sibyl.prediction.decision.LinearMulticlass;
import org.sibyl.prediction.decision.LinearTerms;
import org.sibyl.prediction.decision.Listed;
import org.sibyl.prediction.decision.LogForecast;
import org.sibyl.prediction.decision.LogisticOutcomes;
import org.sibyl.prediction.decision.LogisticTerms;
import org.sibyl.prediction.decision.LogitByBand;
import org.sibyl.prediction.decision.Lookup;
import org.sibyl.prediction.decision.LossTable;
import org.sibyl.prediction.decision.MainEffects;
import org.sibyl.prediction.decision.Mixed;
import org.sibyl.prediction.decision.OutcomeModel;
import org.sibyl.prediction.decision.OutcomeTable;
import org.sibyl.prediction.decision.PairwiseVote;
import org.sibyl.prediction.decision.PerformativeOmnipredictor;
import org.sibyl.prediction.decision.PricedSteering;
import org.sibyl.prediction.decision.Product;
import org.sibyl.prediction.decision.RuleClass;
import org.sibyl.prediction.decision.Scaled;
import org.sibyl.prediction.decision.Split;
import org.sibyl.prediction.decision.SquaredForecast;
import org.sibyl.prediction.decision.Steering;
import org.sibyl.prediction.decision.Stump;
import org.sibyl.prediction.decision.StumpPairs;
import org.sibyl.prediction.decision.Stumps;
import org.sibyl.prediction.decision.TableRule;
import org.sibyl.prediction.decision.Tables;
import org.sibyl.prediction.decision.Trial;
import org.sibyl.prediction.decision.TrialByValue;
import org.sibyl.prediction.decision.TwoCuts;
import org.sibyl.prediction.decision.UniformTrial;
import org.sibyl.prediction.decision.Weighted;
import org.sibyl.prediction.decision.ZeroOne;
import org.sibyl.prediction.risk.Acceptance;
import org.sibyl.prediction.risk.ConditionalValueAtRisk;
import org.sibyl.prediction.risk.ControlledRule;
import org.sibyl.prediction.risk.MeanRisk;
import org.sibyl.prediction.risk.RiskMeasure;
import org.sibyl.prediction.risk.SafetyMargin;
import org.sibyl.prediction.risk.Spectral;
import org.sibyl.prediction.risk.ValueAtRisk;
import org.sibyl.scenario.sweep.Design;
import org.sibyl.scenario.sweep.Grid;
import org.sibyl.scenario.sweep.LatinHypercube;
import org.sibyl.scenario.sweep.Morris;
import org.sibyl.scenario.sweep.OneAtATime;
import org.sibyl.scenario.sweep.PointFile;
import org.sibyl.scenario.sweep.RandomPoints;
import org.sibyl.scenario.sweep.SideBySide;
import org.sibyl.scenario.sweep.SobolIndices;
import org.sibyl.scenario.sweep.SobolSequence;
import org.sibyl.simulation.FixedSample;
import org.sibyl.simulation.FreshSample;
import org.sibyl.simulation.ReferenceComplement;
import org.sibyl.simulation.Survey;
import org.sibyl.simulation.WholePopulation;
import org.sibyl.simulation.screening.AcceptedOnly;
import org.sibyl.simulation.screening.Review;

/**
 * Every part that a scenario can name. To add one, write a record and add one line here; the
 * reader, {@code list}, {@code describe}, {@code schema} and the contract tests take it from there.
 */
public final class Catalog {
  private Catalog() {}

  /** Networks. */
  public static final Kind<NetworkGenerator> NETWORK =
      Kind.of("network", NetworkGenerator.class)
          .add("complete", Complete.class)
          .add("isolated", Isolated.class)
          .add("ring", Ring.class)
          .add("path", PathNetwork.class)
          .add("star", Star.class)
          .add("lattice", Lattice.class)
          .add("barabasi-albert", BarabasiAlbert.class)
          .add("watts-strogatz", WattsStrogatz.class)
          .add("erdos-renyi", ErdosRenyi.class)
          .add("random-regular", RandomRegular.class)
          .add("edge-list", EdgeList.class)
          .add("graphml", GraphMl.class)
          .add("cliques", Cliques.class);

  /** Where people with features come from. */
  public static final Kind<FeatureSource> FEATURES =
      Kind.of("features", FeatureSource.class)
          .add("credit", Credit.class)
          .add("table", Table.class)
          .add("normal", NormalSource.class)
          .add("constant", ConstantSource.class)
          .add("coin", CoinSource.class)
          .add("two-classes", TwoClasses.class)
          .add("one-hot", OneHot.class)
          .add("uniform-scores", UniformScores.class)
          .add("scored-groups", ScoredGroups.class)
          .add("blocks", Blocks.class)
          .add("outbreak", Outbreak.class)
          .add("residents", Residents.class)
          .add("credit-scores", CreditScores.class)
          .add("daily-demand", DailyDemand.class)
          .add("school", School.class);

  /** Shapes of parametric models. */
  public static final Kind<ModelFamily> MODEL =
      Kind.of("model", ModelFamily.class)
          .add("linear", LinearModels.class)
          .add("constant", ConstantModels.class)
          .add("logistic", LogisticModels.class)
          .add("neural", NeuralModels.class);

  /** Losses. */
  public static final Kind<Loss> LOSS =
      Kind.of("loss", Loss.class)
          .add("squared", SquaredLoss.class)
          .add("logistic", LogisticLoss.class)
          .add("hinge", HingeLoss.class)
          .add("linear", LinearLoss.class)
          .add("cosine", CosineLoss.class)
          .add("cross-entropy", CrossEntropy.class)
          .add("target", TargetLoss.class);

  /** Sets of allowed parameters. */
  public static final Kind<Domain> DOMAIN =
      Kind.of("domain", Domain.class)
          .add("everywhere", Everywhere.class)
          .add("box", Box.class)
          .add("ball", Ball.class);

  /** Rules that get safer with one number. */
  public static final Kind<ControlledRule> RULE =
      Kind.of("rule", ControlledRule.class)
          .add("acceptance", Acceptance.class)
          .add("safety-margin", SafetyMargin.class);

  /** Measures of risk. */
  public static final Kind<RiskMeasure> MEASURE =
      Kind.of("measure", RiskMeasure.class)
          .add("mean", MeanRisk.class)
          .add("value-at-risk", ValueAtRisk.class)
          .add("conditional-value-at-risk", ConditionalValueAtRisk.class)
          .add("spectral", Spectral.class);

  /** Widths of risks of samples. */
  public static final Kind<Width> WIDTH =
      Kind.of("width", Width.class)
          .add("hoeffding", Hoeffding.class)
          .add("empirical-bernstein", EmpiricalBernstein.class)
          .add("hoeffding-bentkus", HoeffdingBentkus.class)
          .add("clt", CentralLimit.class)
          .add("clt-known-variance", KnownVariance.class)
          .add("cvar-clt", TailCentralLimit.class)
          .add("dkw", DkwBand.class)
          .add("berk-jones", BerkJones.class);

  /** Losses of decisions. */
  public static final Kind<DecisionLoss> DECISION_LOSS =
      Kind.of("losses", DecisionLoss.class)
          .add("steering", Steering.class)
          .add("squared-forecast", SquaredForecast.class)
          .add("log-forecast", LogForecast.class)
          .add("zero-one", ZeroOne.class)
          .add("priced-steering", PricedSteering.class)
          .add("mixed", Mixed.class)
          .add("table", LossTable.class)
          .add("weighted", Weighted.class);

  /** Weights of people, which stand for other distributions. */
  public static final Kind<ImportanceWeight> WEIGHT =
      Kind.of("weight", ImportanceWeight.class)
          .add("everyone", Everyone.class)
          .add("equal-to", EqualTo.class)
          .add("at-least", AtLeast.class)
          .add("by-value", ByValue.class)
          .add("scaled", Scaled.class);

  /** Classes of rules. */
  public static final Kind<RuleClass> RULE_CLASS =
      Kind.of("rules", RuleClass.class)
          .add("constants", Constants.class)
          .add("stumps", Stumps.class)
          .add("stump-pairs", StumpPairs.class)
          .add("tables", Tables.class)
          .add("listed", Listed.class);

  /** Rules that decide. */
  public static final Kind<DecisionRule> DECISION_RULE =
      Kind.of("decision-rule", DecisionRule.class)
          .add("always", Always.class)
          .add("stump", Stump.class)
          .add("two-cuts", TwoCuts.class)
          .add("lookup", Lookup.class)
          .add("split", Split.class)
          .add("linear-multiclass", LinearMulticlass.class)
          .add("table-rule", TableRule.class)
          .add("pairwise-vote", PairwiseVote.class)
          .add("best-decision", BestDecision.class);

  /** Laws of outcomes, of Nature or as a Predictor has learned them. */
  public static final Kind<OutcomeModel> LAW =
      Kind.of("law", OutcomeModel.class)
          .add("outcome-table", OutcomeTable.class)
          .add("logit-by-band", LogitByBand.class)
          .add("product", Product.class)
          .add("constant-law", ConstantLaw.class)
          .add("logistic-law", LogisticOutcomes.class)
          .add("omnipredictor", PerformativeOmnipredictor.class)
          .readFromFile(PerformativeOmnipredictor.class);

  /** Terms of logistic laws. */
  public static final Kind<LogisticTerms> TERMS =
      Kind.of("terms", LogisticTerms.class)
          .add("main-effects", MainEffects.class)
          .add("linear", LinearTerms.class);

  /** Learners that look for rules whose risk a model gets wrong. */
  public static final Kind<Auditor> AUDITOR =
      Kind.of("auditor", Auditor.class)
          .add("enumeration", Enumeration.class)
          .add("stumps", org.sibyl.learning.omniprediction.auditor.Stumps.class)
          .add("tree", Tree.class)
          .add("regression-argmin", RegressionArgmin.class)
          .add("tabular", Tabular.class)
          .add("all-pairs", AllPairs.class);

  /** Step sizes. */
  public static final Kind<StepSize> STEP_SIZE =
      Kind.of("step", StepSize.class)
          .add("constant", ConstantStep.class)
          .add("published", PublishedStep.class)
          .writtenBare(ConstantStep.class);

  /** How gradients become a direction. */
  public static final Kind<Optimizer> OPTIMIZER =
      Kind.of("optimizer", Optimizer.class)
          .add("plain", Plain.class)
          .add("momentum", Momentum.class)
          .add("adam", Adam.class)
          .add("adagrad", Adagrad.class);

  /** Initial parameters. */
  public static final Kind<InitialParameters> INITIAL_PARAMETERS =
      Kind.of("start", InitialParameters.class)
          .add("given", GivenParameters.class)
          .add("uniform", UniformParameters.class)
          .writtenBare(GivenParameters.class);

  /** Response models. */
  public static final Kind<ResponseModel> BEHAVIOR =
      Kind.of("behavior", ResponseModel.class)
          .add("pivotal-cooperation", PivotalCooperation.class)
          .add("strategic-features", StrategicFeatures.class)
          .add("gradient-shift", GradientShift.class)
          .add("cost-limited", CostLimited.class)
          .add("threshold-seekers", ThresholdSeekers.class)
          .add("heterogeneous", Heterogeneous.class)
          .add("only-labelled", OnlyLabelled.class)
          .add("mixture-of-types", MixtureOfTypes.class)
          .add("rejection-resampling", RejectionResampling.class)
          .add("noisy-response", NoisyResponse.class)
          .add("trusting", Trusting.class)
          .add("partial-adaptation", PartialAdaptation.class)
          .add("imitation", Imitation.class)
          .add("groups-in-turn", GroupsInTurn.class)
          .add("opinion-drift", OpinionDrift.class)
          .add("within-reach", WithinReach.class)
          .add("unmoved", Unmoved.class)
          .add("isolation", Isolation.class)
          .add("moving", Moving.class)
          .add("just-enough", JustEnough.class)
          .add("worthwhile", Worthwhile.class)
          .add("logit-effort", LogitEffort.class)
          .add("following-peers", FollowingPeers.class)
          .add("ratchet", Ratchet.class)
          .add("take-up", TakeUp.class);

  /** Trust rules. */
  public static final Kind<TrustRule> TRUST =
      Kind.of("trust", TrustRule.class)
          .add("fixed", FixedTrust.class)
          .add("bayesian", BayesianTrust.class);

  /** What remains of a response. */
  public static final Kind<Carryover> CARRYOVER =
      Kind.of("carryover", Carryover.class)
          .add("last-action", LastAction.class)
          .add("reset", ResetToBase.class)
          .add("keep", Keep.class)
          .add("new-people", NewPeople.class)
          .add("delayed-impact", DelayedImpact.class)
          .add("disease-stages", DiseaseStages.class)
          .add("relocation", Relocation.class)
          .add("progress", BandProgress.class);

  /** Outcomes and games. */
  public static final Kind<Nature> OUTCOME =
      Kind.of("outcome", Nature.class)
          .add("collective-risk", CollectiveRisk.class)
          .add("recorded-labels", RecordedLabels.class)
          .add("linear", LinearOutcome.class)
          .add("root", RootOutcome.class)
          .add("mixture", MixtureOutcome.class)
          .add("by-type", OutcomeByType.class)
          .add("coin", CoinOutcome.class)
          .add("hardness", HardnessOutcome.class)
          .add("sign", SignOutcome.class)
          .add("coupled", CoupledOutcome.class)
          .add("steps", StepOutcome.class)
          .add("shared-market", SharedMarket.class)
          .add("shown", ShownOutcome.class)
          .add("contagion", Contagion.class)
          .add("contentment", Contentment.class)
          .add("improving", Improving.class)
          .add("default-cost", DefaultCost.class)
          .add("carried-load", CarriedLoad.class)
          .add("decided", Decided.class)
          .add("exposed", Exposed.class)
          .add("exposed-law", ExposedLaw.class);

  /** What the Predictor observes. */
  public static final Kind<Survey> SURVEY =
      Kind.of("survey", Survey.class)
          .add("whole", WholePopulation.class)
          .add("fresh-sample", FreshSample.class)
          .add("fixed-sample", FixedSample.class)
          .add("reference-complement", ReferenceComplement.class)
          .add("accepted-only", AcceptedOnly.class)
          .add("review", Review.class);

  /** How decisions are drawn in a trial. */
  public static final Kind<Trial> TRIAL =
      Kind.of("trial", Trial.class)
          .add("uniform", UniformTrial.class)
          .add("by-value", TrialByValue.class)
          .add("by-cluster", ClusterTrial.class);

  /** What is felt of decisions about neighbors. */
  public static final Kind<ExposureMapping> EXPOSURE =
      Kind.of("mapping", ExposureMapping.class)
          .add("mean", MeanExposure.class)
          .add("any", AnyExposure.class)
          .add("count", CountExposure.class);

  /** Networks that forecast. */
  public static final Kind<Architecture> ARCHITECTURE =
      Kind.of("architecture", Architecture.class)
          .add("mlp", Mlp.class)
          .add("gnn", Gnn.class)
          .add("gnn-linear", GnnLinear.class)
          .add("gnn-mlp", GnnMlp.class);

  /** Learning algorithms. */
  public static final Kind<Algorithm> LEARNING =
      Kind.of("learning", Algorithm.class)
          .add("none", NoPredictor.class)
          .add("fixed-forecast", FixedForecast.class)
          .add("repeated-risk-minimization", RepeatedRiskMinimization.class)
          .add("chain-policy", ChainPolicy.class)
          .add("repeated-gradient-descent", RepeatedGradientDescent.class)
          .add("proximal-retraining", ProximalRetraining.class)
          .add("averaged-retraining", AveragedRetraining.class)
          .add("delayed-retraining", DelayedRetraining.class)
          .add("greedy-descent", GreedyDescent.class)
          .add("lazy-descent", LazyDescent.class)
          .add("epoch-descent", EpochDescent.class)
          .add("performative-descent", PerformativeDescent.class)
          .add("reparametrised-descent", ReparametrisedDescent.class)
          .add("decoupled-descent", DecoupledDescent.class)
          .add("derivative-free", DerivativeFree.class)
          .add("two-stage", TwoStage.class)
          .add("plug-in", PlugIn.class)
          .add("confidence-bounds", ConfidenceBounds.class)
          .add("no-regret-mixture", NoRegretMixture.class)
          .add("several-predictors", SeveralPredictors.class)
          .add("performative-risk-control", PerformativeRiskControl.class)
          .add("random-search", RandomSearch.class)
          .add("grid-search", GridSearch.class)
          .add("performative-omnipredictor", OmnipredictorFromTrial.class)
          .add("risk-targeting", RiskTargeting.class)
          .add("fixed-rule", FixedRule.class)
          .add("fixed-trial", FixedTrial.class)
          .add("learned-predictor", LearnedPredictor.class)
          .add("saved-predictor", TransferredPredictor.class)
          .add("score-function", ScoreFunction.class);

  /** Initial forecasts. */
  public static final Kind<InitialForecast> INITIAL_FORECAST =
      Kind.of("initial", InitialForecast.class)
          .add("given", GivenForecast.class)
          .add("random-binary", RandomBinary.class)
          .writtenBare(GivenForecast.class);

  /** Metrics. */
  public static final Kind<Metric> METRIC =
      Kind.of("metrics", Metric.class)
          .add("cooperation", Cooperation.class)
          .add("group-success", GroupSuccess.class)
          .add("below-threshold", BelowThreshold.class)
          .add("accuracy", Accuracy.class)
          .add("brier", BrierScore.class)
          .add("log-likelihood", LogLikelihood.class)
          .add("mean-trust", MeanTrust.class)
          .add("welfare", Welfare.class)
          .add("action-shift", ActionShift.class)
          .add("mean", Mean.class)
          .add("mean-feature", MeanFeature.class)
          .add("performative-risk", PerformativeRisk.class)
          .add("decoupled-risk", DecoupledRisk.class)
          .add("learning-gain", LearningGain.class)
          .add("steering-gain", SteeringGain.class)
          .add("stability-gap", StabilityGap.class)
          .add("mixture-stability-gap", MixtureStabilityGap.class)
          .add("excess-risk", ExcessRisk.class)
          .add("regret", Regret.class)
          .add("theta-change", ThetaChange.class)
          .add("theta-distance", ThetaDistance.class)
          .add("theta", DeployedParameter.class)
          .add("classification-accuracy", ClassificationAccuracy.class)
          .add("mean-shift", MeanShift.class)
          .add("conservativeness", DeployedConservativeness.class)
          .add("controlled-risk", ControlledRisk.class)
          .add("group-mean", GroupMean.class)
          .add("decision-utility", DecisionUtility.class)
          .add("static-risk", StaticRisk.class)
          .add("risk-slope", RiskSlope.class)
          .add("acceptance-rate", AcceptanceRate.class)
          .add("decision-share", DecisionShare.class)
          .add("modelled-risk", ModelledRisk.class)
          .add("realised-risk", RealisedRisk.class)
          .add("expected-risk", ExpectedRisk.class)
          .add("omniprediction-gap", OmnipredictionGap.class)
          .add("indistinguishability-error", IndistinguishabilityError.class)
          .add("forecast-bias", ForecastBias.class)
          .add("game-success", GameSuccess.class)
          .add("game-cooperation", GameCooperation.class)
          .add("game-accuracy", GameAccuracy.class)
          .add("games", Games.class)
          .add("training-loss", TrainingLoss.class)
          .add("deployments", Deployments.class)
          .add("samples", Samples.class)
          .add("oracle-calls", OracleCalls.class)
          .writtenByName();

  /** Designs of sweeps. */
  public static final Kind<Design> DESIGN =
      Kind.of("design", Design.class)
          .add("grid", Grid.class)
          .add("list", SideBySide.class)
          .add("file", PointFile.class)
          .add("random", RandomPoints.class)
          .add("latin-hypercube", LatinHypercube.class)
          .add("sobol", SobolSequence.class)
          .add("one-at-a-time", OneAtATime.class)
          .add("morris", Morris.class)
          .add("sobol-indices", SobolIndices.class);

  /** All kinds, in the order of a scenario's sections. */
  public static final List<Kind<?>> KINDS =
      List.of(
          FEATURES,
          NETWORK,
          BEHAVIOR,
          TRUST,
          OUTCOME,
          CARRYOVER,
          SURVEY,
          MODEL,
          LOSS,
          DOMAIN,
          RULE,
          MEASURE,
          DECISION_LOSS,
          WEIGHT,
          RULE_CLASS,
          DECISION_RULE,
          LAW,
          TERMS,
          TRIAL,
          EXPOSURE,
          LEARNING,
          ARCHITECTURE,
          AUDITOR,
          WIDTH,
          INITIAL_FORECAST,
          INITIAL_PARAMETERS,
          STEP_SIZE,
          OPTIMIZER,
          METRIC,
          DESIGN);

  /** The kind of an interface, or of one that is narrower. */
  static Optional<Kind<?>> of(Class<?> type) {
    Optional<Kind<?>> exact = KINDS.stream().filter(kind -> kind.type() == type).findFirst();
    if (exact.isPresent() || !type.isInterface()) {
      return exact;
    }
    return KINDS.stream()
        .filter(kind -> kind.type().isAssignableFrom(type))
        .findFirst()
        .map(kind -> kind.narrowedTo(type));
  }

  /** The kind that lists a record. */
  static Optional<Kind<?>> listing(Class<?> type) {
    return KINDS.stream().filter(kind -> kind.nameOf(type).isPresent()).findFirst();
  }
}
