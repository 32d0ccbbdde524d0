package org.convive.api;

/** A reference to something, with the name people know it by. */
public record Named(long id, String name) {}
