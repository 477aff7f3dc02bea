package dev.perch.testkit;

import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.graphics.GL20;
import com.badlogic.gdx.graphics.Texture;
import com.badlogic.gdx.graphics.g2d.Batch;
import com.badlogic.gdx.graphics.g2d.TextureRegion;
import com.badlogic.gdx.graphics.glutils.ShaderProgram;
import com.badlogic.gdx.math.Affine2;
import com.badlogic.gdx.math.Matrix4;
import dev.perch.render.RasterBatch;
import dev.perch.render.RasterImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;

/**
 * A batch that writes down, one line a call, what is drawn, and lets another batch draw it. Places are x,y from the
 * bottom left, sizes width x height, rectangles in textures in pixels from the top left. Render thread only.
 */
public final class BatchTrace implements Batch {
    private static final int QUAD = 20;

    private final Batch to;
    private final List<String> lines = new ArrayList<>();
    private final IdentityHashMap<Texture, String> names = new IdentityHashMap<>();

    /** Traces what that batch draws. */
    public BatchTrace(Batch to) {
        this.to = to;
    }

    /** Traces textures of {@code RasterTextures} and draws nothing. */
    public static BatchTrace silent() {
        return new BatchTrace(new RasterBatch(new RasterImage(1, 1)));
    }

    /** What the texture is called in the lines; else it is called by its size. */
    public void name(Texture texture, String name) {
        names.put(texture, name);
    }

    /** The calls so far. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    /** The calls so far that draw something, without changes of state. */
    public List<String> drawn() {
        return lines.stream().filter(line -> line.startsWith("draw ")).toList();
    }

    /** Forgets the calls so far. */
    public void clear() {
        lines.clear();
    }

    private void line(String form, Object... values) {
        Object[] shown = Arrays.stream(values)
                .map(v -> v instanceof Float f ? number(f) : v)
                .toArray();
        lines.add(form.formatted(shown));
    }

    /** To the thousandth, without zeros at the end. */
    private static String number(float value) {
        String text = String.format(Locale.ROOT, "%.3f", value).replaceFirst("\\.?0+$", "");
        return text.equals("-0") ? "0" : text;
    }

    private String name(Texture texture) {
        return names.getOrDefault(texture, "texture " + texture.getWidth() + "x" + texture.getHeight());
    }

    private String name(TextureRegion region) {
        return "%s[%d,%d %dx%d]%s"
                .formatted(
                        name(region.getTexture()),
                        region.getRegionX() - (region.isFlipX() ? region.getRegionWidth() : 0),
                        region.getRegionY() - (region.isFlipY() ? region.getRegionHeight() : 0),
                        region.getRegionWidth(),
                        region.getRegionHeight(),
                        flips(region.isFlipX(), region.isFlipY()));
    }

    private static String flips(boolean x, boolean y) {
        return (x ? " flipped x" : "") + (y ? " flipped y" : "");
    }

    private static String turn(float originX, float originY, float scaleX, float scaleY, float degrees) {
        if (scaleX == 1 && scaleY == 1 && degrees == 0) {
            return "";
        }
        return " scaled %s,%s turned %s about %s,%s"
                .formatted(number(scaleX), number(scaleY), number(degrees), number(originX), number(originY));
    }

    @Override
    public void begin() {
        line("begin");
        to.begin();
    }

    @Override
    public void end() {
        line("end");
        to.end();
    }

    @Override
    public void setColor(Color tint) {
        to.setColor(tint);
        colorLine();
    }

    @Override
    public void setColor(float r, float g, float b, float a) {
        to.setColor(r, g, b, a);
        colorLine();
    }

    @Override
    public void setPackedColor(float packed) {
        to.setPackedColor(packed);
        colorLine();
    }

    private void colorLine() {
        line("color %s", to.getColor());
    }

    @Override
    public Color getColor() {
        return to.getColor();
    }

    @Override
    public float getPackedColor() {
        return to.getPackedColor();
    }

    @Override
    public void draw(
            Texture texture,
            float x,
            float y,
            float originX,
            float originY,
            float width,
            float height,
            float scaleX,
            float scaleY,
            float rotation,
            int srcX,
            int srcY,
            int srcWidth,
            int srcHeight,
            boolean flipX,
            boolean flipY) {
        String part = part(texture, srcX, srcY, srcWidth, srcHeight) + flips(flipX, flipY);
        line(
                "draw %s at %s,%s size %sx%s%s",
                part, x, y, width, height, turn(originX, originY, scaleX, scaleY, rotation));
        to.draw(
                texture, x, y, originX, originY, width, height, scaleX, scaleY, rotation, srcX, srcY, srcWidth,
                srcHeight, flipX, flipY);
    }

    private String part(Texture texture, int x, int y, int width, int height) {
        return "%s[%d,%d %dx%d]".formatted(name(texture), x, y, width, height);
    }

    @Override
    public void draw(
            Texture texture,
            float x,
            float y,
            float width,
            float height,
            int srcX,
            int srcY,
            int srcWidth,
            int srcHeight,
            boolean flipX,
            boolean flipY) {
        String part = part(texture, srcX, srcY, srcWidth, srcHeight) + flips(flipX, flipY);
        line("draw %s at %s,%s size %sx%s", part, x, y, width, height);
        to.draw(texture, x, y, width, height, srcX, srcY, srcWidth, srcHeight, flipX, flipY);
    }

    @Override
    public void draw(Texture texture, float x, float y, int srcX, int srcY, int srcWidth, int srcHeight) {
        String part = part(texture, srcX, srcY, srcWidth, srcHeight);
        line("draw %s at %s,%s size %sx%s", part, x, y, srcWidth, srcHeight);
        to.draw(texture, x, y, srcX, srcY, srcWidth, srcHeight);
    }

    @Override
    public void draw(
            Texture texture, float x, float y, float width, float height, float u, float v, float u2, float v2) {
        String form = "draw %s from %s,%s to %s,%s at %s,%s size %sx%s";
        line(form, name(texture), u, v, u2, v2, x, y, width, height);
        to.draw(texture, x, y, width, height, u, v, u2, v2);
    }

    @Override
    public void draw(Texture texture, float x, float y) {
        draw(texture, x, y, texture.getWidth(), texture.getHeight());
    }

    @Override
    public void draw(Texture texture, float x, float y, float width, float height) {
        line("draw %s at %s,%s size %sx%s", name(texture), x, y, width, height);
        to.draw(texture, x, y, width, height);
    }

    /** Fonts and nine-patches draw this way: the line tells how many quads, and the rectangle that they fill. */
    @Override
    public void draw(Texture texture, float[] vertices, int offset, int count) {
        if (count >= QUAD) {
            float left = Float.MAX_VALUE;
            float bottom = Float.MAX_VALUE;
            float right = -Float.MAX_VALUE;
            float top = -Float.MAX_VALUE;
            for (int i = offset; i < offset + count; i += QUAD / 4) {
                left = Math.min(left, vertices[i]);
                right = Math.max(right, vertices[i]);
                bottom = Math.min(bottom, vertices[i + 1]);
                top = Math.max(top, vertices[i + 1]);
            }
            String form = "draw %d quads of %s at %s,%s size %sx%s";
            line(form, count / QUAD, name(texture), left, bottom, right - left, top - bottom);
        }
        to.draw(texture, vertices, offset, count);
    }

    @Override
    public void draw(TextureRegion region, float x, float y) {
        draw(region, x, y, region.getRegionWidth(), region.getRegionHeight());
    }

    @Override
    public void draw(TextureRegion region, float x, float y, float width, float height) {
        line("draw %s at %s,%s size %sx%s", name(region), x, y, width, height);
        to.draw(region, x, y, width, height);
    }

    @Override
    public void draw(
            TextureRegion region,
            float x,
            float y,
            float originX,
            float originY,
            float width,
            float height,
            float scaleX,
            float scaleY,
            float rotation) {
        String turn = turn(originX, originY, scaleX, scaleY, rotation);
        line("draw %s at %s,%s size %sx%s%s", name(region), x, y, width, height, turn);
        to.draw(region, x, y, originX, originY, width, height, scaleX, scaleY, rotation);
    }

    @Override
    public void draw(
            TextureRegion region,
            float x,
            float y,
            float originX,
            float originY,
            float width,
            float height,
            float scaleX,
            float scaleY,
            float rotation,
            boolean clockwise) {
        String turn = turn(originX, originY, scaleX, scaleY, rotation);
        String side = clockwise ? " on its right side" : " on its left side";
        line("draw %s%s at %s,%s size %sx%s%s", name(region), side, x, y, width, height, turn);
        to.draw(region, x, y, originX, originY, width, height, scaleX, scaleY, rotation, clockwise);
    }

    @Override
    public void draw(TextureRegion region, float width, float height, Affine2 by) {
        String form = "draw %s size %sx%s by %s %s %s / %s %s %s";
        line(form, name(region), width, height, by.m00, by.m01, by.m02, by.m10, by.m11, by.m12);
        to.draw(region, width, height, by);
    }

    @Override
    public void flush() {
        line("flush");
        to.flush();
    }

    @Override
    public void disableBlending() {
        line("blend off");
        to.disableBlending();
    }

    @Override
    public void enableBlending() {
        line("blend on");
        to.enableBlending();
    }

    @Override
    public void setBlendFunction(int source, int target) {
        line("blend %s, %s", factor(source), factor(target));
        to.setBlendFunction(source, target);
    }

    @Override
    public void setBlendFunctionSeparate(int sourceColor, int targetColor, int sourceAlpha, int targetAlpha) {
        String form = "blend %s, %s; alpha %s, %s";
        line(form, factor(sourceColor), factor(targetColor), factor(sourceAlpha), factor(targetAlpha));
        to.setBlendFunctionSeparate(sourceColor, targetColor, sourceAlpha, targetAlpha);
    }

    private static String factor(int factor) {
        return switch (factor) {
            case GL20.GL_ZERO -> "zero";
            case GL20.GL_ONE -> "one";
            case GL20.GL_SRC_COLOR -> "source color";
            case GL20.GL_ONE_MINUS_SRC_COLOR -> "1 - source color";
            case GL20.GL_SRC_ALPHA -> "source alpha";
            case GL20.GL_ONE_MINUS_SRC_ALPHA -> "1 - source alpha";
            case GL20.GL_DST_COLOR -> "target color";
            case GL20.GL_ONE_MINUS_DST_COLOR -> "1 - target color";
            case GL20.GL_DST_ALPHA -> "target alpha";
            case GL20.GL_ONE_MINUS_DST_ALPHA -> "1 - target alpha";
            default -> "0x" + Integer.toHexString(factor);
        };
    }

    @Override
    public int getBlendSrcFunc() {
        return to.getBlendSrcFunc();
    }

    @Override
    public int getBlendDstFunc() {
        return to.getBlendDstFunc();
    }

    @Override
    public int getBlendSrcFuncAlpha() {
        return to.getBlendSrcFuncAlpha();
    }

    @Override
    public int getBlendDstFuncAlpha() {
        return to.getBlendDstFuncAlpha();
    }

    @Override
    public Matrix4 getProjectionMatrix() {
        return to.getProjectionMatrix();
    }

    @Override
    public Matrix4 getTransformMatrix() {
        return to.getTransformMatrix();
    }

    @Override
    public void setProjectionMatrix(Matrix4 projection) {
        line("projection %s", matrix(projection));
        to.setProjectionMatrix(projection);
    }

    @Override
    public void setTransformMatrix(Matrix4 transform) {
        line("transform %s", matrix(transform));
        to.setTransformMatrix(transform);
    }

    /** Its two upper rows without z. */
    private static String matrix(Matrix4 m) {
        float[] v = m.val;
        return "%s %s %s / %s %s %s"
                .formatted(
                        number(v[Matrix4.M00]),
                        number(v[Matrix4.M01]),
                        number(v[Matrix4.M03]),
                        number(v[Matrix4.M10]),
                        number(v[Matrix4.M11]),
                        number(v[Matrix4.M13]));
    }

    @Override
    public void setShader(ShaderProgram shader) {
        line("shader %s", shader == null ? "none" : "set");
        to.setShader(shader);
    }

    @Override
    public ShaderProgram getShader() {
        return to.getShader();
    }

    @Override
    public boolean isBlendingEnabled() {
        return to.isBlendingEnabled();
    }

    @Override
    public boolean isDrawing() {
        return to.isDrawing();
    }

    @Override
    public void dispose() {
        to.dispose();
    }
}
