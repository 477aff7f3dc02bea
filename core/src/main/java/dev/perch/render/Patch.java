package dev.perch.render;

import com.badlogic.gdx.graphics.Texture;

/** A rectangle of a texture, in pixels from its top left. */
record Patch(Texture texture, int x, int y, int width, int height) {}
