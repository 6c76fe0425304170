package org.sibyl.experiment.sweep;

/**
 * A metric as tables name and describe it.
 *
 * @param name its name in scenarios
 * @param unit its unit
 * @param range the values it can take, as in a textbook: {@code [0, 1]}
 */
public record MetricColumn(String name, String unit, String range) {}
