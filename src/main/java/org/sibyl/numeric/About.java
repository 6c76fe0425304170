package org.sibyl.numeric;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a component of the catalog is, in a sentence for {@code list}, {@code describe} and the
 * schema.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface About {
  /** One sentence without a full stop. */
  String value();

  /** The source: paper and section. */
  String source() default "";

  /** The uses of randomness it draws from. */
  Draw[] draws() default {};
}
