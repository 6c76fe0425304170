/** What a report replays of a run: sampled while it runs, kept small, read back when asked for. */
@NullMarked
package org.sibyl.experiment.replay;

import org.jspecify.annotations.NullMarked;
