package org.sibyl.numeric;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a record component means as a key of a scenario. The reader, {@code describe} and the schema
 * all read this one statement; the record's constructor enforces it, which a contract test checks.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Parameter {
  /** What it is, in a few words. */
  String value();

  /** Unit; empty for a pure number or text. */
  String unit() default "";

  /** Range of numbers, as {@link Range} writes it; empty where it does not apply. */
  String range() default "";

  /** The value, in YAML, when the key is left out; empty when the key is required or optional. */
  String byDefault() default "";
}
