/** What comes of people whom a rule accepts or not: losses, and better work by those who try. */
@NullMarked
package org.sibyl.outcome.screening;

import org.jspecify.annotations.NullMarked;
