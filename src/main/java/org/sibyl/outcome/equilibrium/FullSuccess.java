package org.sibyl.outcome.equilibrium;

import java.util.Optional;
import java.util.OptionalInt;
import org.sibyl.behavior.Game;
import org.sibyl.network.Network;

/** When every group can succeed, and when it cannot (Góis et al. 2025, section 3.2). */
public final class FullSuccess {
  /** The condition of Proposition 3.2 that assures a self-fulfilling prophecy of full success. */
  public enum Condition {
    /** Nobody is needed anywhere: forecast that nobody cooperates. */
    NOBODY_NEEDED,
    /** Everybody is needed everywhere: forecast that everybody cooperates. */
    EVERYBODY_NEEDED,
    /** All see each other: forecast exactly as many cooperators as are needed. */
    COMPLETE_NETWORK
  }

  /**
   * Why full success is assured.
   *
   * @param condition which condition holds
   * @param cooperators how many are to be forecast to cooperate; which ones does not matter
   */
  public record Guarantee(Condition condition, int cooperators) {}

  private FullSuccess() {}

  /**
   * The condition of Proposition 3.2 that holds, if one does. All but {@link
   * Condition#NOBODY_NEEDED} ask that a pivotal contribution pays (cost below risk).
   */
  public static Optional<Guarantee> guaranteed(Network network, Game game) {
    int size = network.size();
    boolean nobody = true;
    boolean everybody = true;
    for (int i = 0; i < size; i++) {
      int group = network.degree(i) + 1;
      nobody &= game.needed(group) == 0;
      everybody &= game.needed(group) == group;
    }
    if (nobody) {
      return Optional.of(new Guarantee(Condition.NOBODY_NEEDED, 0));
    }
    if (game.gain(1) <= 0) {
      return Optional.empty();
    }
    if (everybody) {
      return Optional.of(new Guarantee(Condition.EVERYBODY_NEEDED, size));
    }
    return network.edgeCount() == (long) size * (size - 1) / 2
        ? Optional.of(new Guarantee(Condition.COMPLETE_NETWORK, game.needed(size)))
        : Optional.empty();
  }

  /**
   * An individual whose neighbors ask for the impossible, so that no forecast brings full success
   * (Proposition 3.3, generalised). The hub's group forgives one defector; each of its neighbors
   * needs its whole group, and has another neighbor that needs its whole group, too. That one acts
   * only if all around it are forecast to act, the hub's neighbor among them; so all the hub's
   * neighbors are forecast to act, the hub is not missed, defects, and their groups fail.
   *
   * <p>The condition is sufficient, not necessary; empty says nothing.
   */
  public static OptionalInt impossibleHub(Network network, Game game) {
    for (int hub = 0; hub < network.size(); hub++) {
      int degree = network.degree(hub);
      if (degree > 0 && game.needed(degree + 1) == degree && everyArmIsStrict(network, game, hub)) {
        return OptionalInt.of(hub);
      }
    }
    return OptionalInt.empty();
  }

  private static boolean everyArmIsStrict(Network network, Game game, int hub) {
    for (int k = 0; k < network.degree(hub); k++) {
      int neighbor = network.neighbor(hub, k);
      if (!needsAll(network, game, neighbor) || !seesOneWhoNeedsAll(network, game, neighbor)) {
        return false;
      }
    }
    return true;
  }

  /** The hub is not one: its group forgives a defector. */
  private static boolean seesOneWhoNeedsAll(Network network, Game game, int individual) {
    for (int k = 0; k < network.degree(individual); k++) {
      if (needsAll(network, game, network.neighbor(individual, k))) {
        return true;
      }
    }
    return false;
  }

  private static boolean needsAll(Network network, Game game, int individual) {
    int group = network.degree(individual) + 1;
    return game.needed(group) == group;
  }
}
