/** Who sees whom. The only package that imports JGraphT; everyone else sees compressed rows. */
@NullMarked
package org.sibyl.network;

import org.jspecify.annotations.NullMarked;
