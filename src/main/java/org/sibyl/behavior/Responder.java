package org.sibyl.behavior;

/** A response model at work in one situation. It may keep scratch, so each thread has its own. */
@FunctionalInterface
public interface Responder {
  /** Decides for one individual, who writes its own row only. */
  void respond(int individual, Response.Builder own);
}
