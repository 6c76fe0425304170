/** Neural networks that forecast what everyone will do, and learn from how people respond. */
@NullMarked
package org.sibyl.learning.neural;

import org.jspecify.annotations.NullMarked;
