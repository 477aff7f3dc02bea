package dev.perch.render;

import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.graphics.Texture;
import com.badlogic.gdx.graphics.g2d.Batch;
import com.badlogic.gdx.graphics.g2d.TextureRegion;
import com.badlogic.gdx.graphics.glutils.ShaderProgram;
import com.badlogic.gdx.math.Affine2;
import com.badlogic.gdx.math.Matrix4;
import org.jspecify.annotations.Nullable;

/**
 * LibGDX's {@code SpriteBatch} in pure Java: draws textures of {@link RasterTextures} on a {@link RasterImage}, with the
 * same corners, sampling, tint and blending, y up. Draws at once, so {@link #flush} does nothing. Blending starts as
 * LibGDX's does, by source alpha. Projections are to be affine: one with perspective places corners rightly, but the
 * texture between them is not corrected. A quad with a corner farther than 2,097,151 pixels out is not drawn. Allocates
 * nothing while it draws. Render thread only.
 */
public final class RasterBatch implements Batch {
    private final Matrix4 projection = new Matrix4();
    private final Matrix4 transform = new Matrix4();
    private final Matrix4 combined = new Matrix4();
    private final Color color = new Color(Color.WHITE);
    private final Blend blend = new Blend();
    private final QuadVertices quad = new QuadVertices();
    private final QuadPainter painter = new QuadPainter();
    private final RasterImage target;
    private float packedColor = Color.WHITE_FLOAT_BITS;
    private boolean drawing;

    /** The projection is that of the target's own pixels, from its bottom left corner. */
    public RasterBatch(RasterImage target) {
        this.target = target;
        projection.setToOrtho2D(0, 0, target.width(), target.height());
    }

    public RasterImage target() {
        return target;
    }

    /** @throws IllegalArgumentException when the texture is not of {@link RasterTextures} */
    static RasterTexture raster(Texture texture) {
        if (texture instanceof RasterTexture raster) {
            return raster;
        }
        throw new IllegalArgumentException("RasterBatch draws textures of RasterTextures alone, not " + texture);
    }

    @Override
    public void begin() {
        if (drawing) {
            throw new IllegalStateException("RasterBatch.end must be called before begin");
        }
        drawing = true;
        combine();
    }

    @Override
    public void end() {
        checkDrawing();
        drawing = false;
    }

    private void checkDrawing() {
        if (!drawing) {
            throw new IllegalStateException("RasterBatch.begin must be called first");
        }
    }

    private void combine() {
        combined.set(projection).mul(transform);
    }

    @Override
    public void setColor(Color tint) {
        color.set(tint);
        packedColor = tint.toFloatBits();
    }

    @Override
    public void setColor(float r, float g, float b, float a) {
        color.set(r, g, b, a);
        packedColor = color.toFloatBits();
    }

    @Override
    public Color getColor() {
        return color;
    }

    @Override
    public void setPackedColor(float packed) {
        Color.abgr8888ToColor(color, packed);
        packedColor = packed;
    }

    @Override
    public float getPackedColor() {
        return packedColor;
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
        quad.turned(x, y, originX, originY, width, height, scaleX, scaleY, rotation);
        part(texture, srcX, srcY, srcWidth, srcHeight, flipX, flipY);
        paint(texture);
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
        quad.rectangle(x, y, width, height);
        part(texture, srcX, srcY, srcWidth, srcHeight, flipX, flipY);
        paint(texture);
    }

    @Override
    public void draw(Texture texture, float x, float y, int srcX, int srcY, int srcWidth, int srcHeight) {
        quad.rectangle(x, y, srcWidth, srcHeight);
        part(texture, srcX, srcY, srcWidth, srcHeight, false, false);
        paint(texture);
    }

    private void part(Texture texture, int x, int y, int width, int height, boolean flipX, boolean flipY) {
        float texel = 1f / texture.getWidth();
        float line = 1f / texture.getHeight();
        float left = x * texel;
        float right = (x + width) * texel;
        float top = y * line;
        float bottom = (y + height) * line;
        quad.texture(flipX ? right : left, flipY ? top : bottom, flipX ? left : right, flipY ? bottom : top);
    }

    @Override
    public void draw(
            Texture texture, float x, float y, float width, float height, float u, float v, float u2, float v2) {
        quad.rectangle(x, y, width, height);
        quad.texture(u, v, u2, v2);
        paint(texture);
    }

    @Override
    public void draw(Texture texture, float x, float y) {
        draw(texture, x, y, texture.getWidth(), texture.getHeight());
    }

    @Override
    public void draw(Texture texture, float x, float y, float width, float height) {
        draw(texture, x, y, width, height, 0, 1, 1, 0);
    }

    @Override
    public void draw(Texture texture, float[] vertices, int offset, int count) {
        checkDrawing();
        RasterTexture raster = raster(texture);
        for (int at = offset; at <= offset + count - QuadVertices.LENGTH; at += QuadVertices.LENGTH) {
            painter.paint(target, raster, vertices, at, combined, blend);
        }
    }

    @Override
    public void draw(TextureRegion region, float x, float y) {
        draw(region, x, y, region.getRegionWidth(), region.getRegionHeight());
    }

    @Override
    public void draw(TextureRegion region, float x, float y, float width, float height) {
        quad.rectangle(x, y, width, height);
        paint(region);
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
        quad.turned(x, y, originX, originY, width, height, scaleX, scaleY, rotation);
        paint(region);
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
        quad.turned(x, y, originX, originY, width, height, scaleX, scaleY, rotation);
        quad.sideways(region, clockwise);
        paint(region.getTexture());
    }

    @Override
    public void draw(TextureRegion region, float width, float height, Affine2 by) {
        quad.transformed(width, height, by);
        paint(region);
    }

    private void paint(TextureRegion region) {
        quad.texture(region.getU(), region.getV2(), region.getU2(), region.getV());
        paint(region.getTexture());
    }

    private void paint(Texture texture) {
        quad.color(packedColor);
        draw(texture, quad.values, 0, QuadVertices.LENGTH);
    }

    @Override
    public void flush() {}

    @Override
    public void disableBlending() {
        blend.enable(false);
    }

    @Override
    public void enableBlending() {
        blend.enable(true);
    }

    @Override
    public boolean isBlendingEnabled() {
        return blend.enabled();
    }

    /**
     * Takes {@code GL_ZERO}, {@code GL_ONE}, and source and target colour and alpha with their complements.
     *
     * @throws IllegalArgumentException for any other factor
     */
    @Override
    public void setBlendFunction(int source, int target) {
        setBlendFunctionSeparate(source, target, source, target);
    }

    /** As {@link #setBlendFunction}. */
    @Override
    public void setBlendFunctionSeparate(int sourceColor, int targetColor, int sourceAlpha, int targetAlpha) {
        blend.set(sourceColor, targetColor, sourceAlpha, targetAlpha);
    }

    @Override
    public int getBlendSrcFunc() {
        return blend.srcColor();
    }

    @Override
    public int getBlendDstFunc() {
        return blend.dstColor();
    }

    @Override
    public int getBlendSrcFuncAlpha() {
        return blend.srcAlpha();
    }

    @Override
    public int getBlendDstFuncAlpha() {
        return blend.dstAlpha();
    }

    @Override
    public Matrix4 getProjectionMatrix() {
        return projection;
    }

    @Override
    public Matrix4 getTransformMatrix() {
        return transform;
    }

    @Override
    public void setProjectionMatrix(Matrix4 matrix) {
        projection.set(matrix);
        combine();
    }

    @Override
    public void setTransformMatrix(Matrix4 matrix) {
        transform.set(matrix);
        combine();
    }

    /**
     * Takes null alone, the default.
     *
     * @throws UnsupportedOperationException for a shader: there is no GPU to run it
     */
    @Override
    public void setShader(@Nullable ShaderProgram shader) {
        if (shader != null) {
            throw new UnsupportedOperationException("RasterBatch runs no shaders");
        }
    }

    /** Null: there is none. */
    @Override
    public @Nullable ShaderProgram getShader() {
        return null;
    }

    @Override
    public boolean isDrawing() {
        return drawing;
    }

    /** Frees nothing; the target stays usable. */
    @Override
    public void dispose() {}
}
