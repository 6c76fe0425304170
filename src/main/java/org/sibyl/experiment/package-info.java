/** Runs, recording, reports and the command line. */
@NullMarked
package org.sibyl.experiment;

import org.jspecify.annotations.NullMarked;
