/** Problems of performative prediction with closed forms, and the methods that solve them. */
@org.jspecify.annotations.NullMarked
package org.sibyl.experiment.reproduction.performative;
