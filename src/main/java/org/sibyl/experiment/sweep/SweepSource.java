package org.sibyl.experiment.sweep;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * What all trials of a sweep share, as a value that can be sent to another machine.
 *
 * @param name the scenario file's name, for messages
 * @param text the scenario file's text
 * @param folder the folder that its files are relative to, on this machine
 * @param overrides {@code path=value} of the command line, applied before a cell's
 * @param inputs content of the files that the scenario names, by their path in the scenario; used
 *     where the folder is not there
 */
public record SweepSource(
    String name, String text, String folder, List<String> overrides, Map<String, byte[]> inputs)
    implements Serializable {}
