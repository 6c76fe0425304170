package org.sibyl.network;

import org.apache.commons.rng.simple.RandomSource;
import org.jgrapht.Graph;
import org.jgrapht.alg.drawing.IndexedFRLayoutAlgorithm2D;
import org.jgrapht.alg.drawing.model.Box2D;
import org.jgrapht.alg.drawing.model.MapLayoutModel2D;
import org.jgrapht.alg.drawing.model.Point2D;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;
import org.sibyl.numeric.Matrix;

/**
 * Where individuals are drawn. Positions lie in the unit square and depend on the network alone.
 */
public enum NetworkLayout {
  /** Neighbors near each other: Fruchterman and Reingold 1991, with a quadtree, by JGraphT. */
  FORCE_DIRECTED {
    @Override
    public Matrix place(Network network) {
      return network.size() == 1 ? GRID.place(network) : forced(network);
    }
  },
  /** On a circle, in order. */
  CIRCULAR {
    @Override
    public Matrix place(Network network) {
      int size = network.size();
      double[] positions = new double[2 * size];
      for (int i = 0; i < size; i++) {
        double angle = 2 * StrictMath.PI * i / size;
        positions[2 * i] = 0.5 + 0.5 * StrictMath.sin(angle);
        positions[2 * i + 1] = 0.5 - 0.5 * StrictMath.cos(angle);
      }
      return Matrix.of(size, 2, positions);
    }
  },
  /** In rows of a square, in order. */
  GRID {
    @Override
    public Matrix place(Network network) {
      int size = network.size();
      int side = (int) StrictMath.ceil(StrictMath.sqrt(size));
      double[] positions = new double[2 * size];
      for (int i = 0; i < size; i++) {
        positions[2 * i] = (i % side + 0.5) / side;
        positions[2 * i + 1] = (i / side + 0.5) / side;
      }
      return Matrix.of(size, 2, positions);
    }
  };

  /** Steps times individuals: a few seconds at most for some thousands. */
  private static final int WORK = 100_000;

  private static final int MOST_STEPS = 100;
  private static final int FEWEST_STEPS = 5;

  /** Coarseness of the quadtree: JGraphT's own choice. */
  private static final double THETA = 0.5;

  /**
   * Positions of all individuals: size x 2, x to the right and y downwards, in [0, 1].
   *
   * @param network who sees whom
   */
  public abstract Matrix place(Network network);

  private static Matrix forced(Network network) {
    int size = network.size();
    Graph<Integer, DefaultEdge> graph = new SimpleGraph<>(DefaultEdge.class);
    for (int i = 0; i < size; i++) {
      graph.addVertex(i);
    }
    for (int i = 0; i < size; i++) {
      for (int k = 0; k < network.degree(i); k++) {
        if (network.neighbor(i, k) > i) {
          graph.addEdge(i, network.neighbor(i, k));
        }
      }
    }
    int steps = StrictMath.max(FEWEST_STEPS, StrictMath.min(MOST_STEPS, WORK / size));
    MapLayoutModel2D<Integer> model = new MapLayoutModel2D<>(new Box2D(1, 1));
    new IndexedFRLayoutAlgorithm2D<Integer, DefaultEdge>(
            steps, THETA, 0.5, new StreamRandom(RandomSource.L64_X128_MIX.create(0L)))
        .layout(graph, model);
    double[] positions = new double[2 * size];
    for (int i = 0; i < size; i++) {
      Point2D point = model.get(i);
      positions[2 * i] = point.getX();
      positions[2 * i + 1] = point.getY();
    }
    return spread(size, positions);
  }

  /** Stretched to the whole square. */
  private static Matrix spread(int size, double[] positions) {
    for (int axis = 0; axis < 2; axis++) {
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < size; i++) {
        low = StrictMath.min(low, positions[2 * i + axis]);
        high = StrictMath.max(high, positions[2 * i + axis]);
      }
      for (int i = 0; i < size; i++) {
        positions[2 * i + axis] = high > low ? (positions[2 * i + axis] - low) / (high - low) : 0.5;
      }
    }
    return Matrix.of(size, 2, positions);
  }
}
