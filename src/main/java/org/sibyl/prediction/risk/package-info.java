/** What risk control bounds: rules that get safer with one number, and measures of their losses. */
@NullMarked
package org.sibyl.prediction.risk;

import org.jspecify.annotations.NullMarked;
