package org.sibyl.scenario;

/**
 * One value of a scenario, for people who read or edit it as a table.
 *
 * @param path its path, as {@code --set} takes it
 * @param yaml the value, in one line of YAML
 * @param meaning what it means, with unit and range
 * @param isSection whether it is made of further values, which follow it
 */
public record ScenarioValue(String path, String yaml, String meaning, boolean isSection) {}
