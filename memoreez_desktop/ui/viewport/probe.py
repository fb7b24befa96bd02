"""Whether this window can draw with OpenGL, asked before anything is built on it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QGuiApplication, QOffscreenSurface, QOpenGLContext, QSurfaceFormat

# Platforms that grant a context and still refuse every QOpenGLWidget.
_NO_WIDGETS = ("offscreen", "minimal", "vnc", "linuxfb")
_NEEDED = (3, 2)
_SOFTWARE = ("llvmpipe", "softpipe", "swiftshader", "gdi generic", "swrast", "apple software")
_GL_RENDERER = 0x1F01


@dataclass(frozen=True)
class GlFacts:
    """What the probe found.

    Attributes
    ----------
    usable : bool
        A QOpenGLWidget of version 3.2 can be made.
    software : bool
        The processor draws: no multisampling, no flights of the camera.
    renderer : str
        What OpenGL calls itself.
    """

    usable: bool
    software: bool = False
    renderer: str = ""


def surface_format() -> QSurfaceFormat:
    """Return the format every 3D view needs; it is set before the first window is made."""
    wanted = QSurfaceFormat()
    wanted.setRenderableType(QSurfaceFormat.RenderableType.OpenGL)
    wanted.setProfile(QSurfaceFormat.OpenGLContextProfile.CoreProfile)
    wanted.setVersion(*_NEEDED)
    wanted.setSwapBehavior(QSurfaceFormat.SwapBehavior.DoubleBuffer)
    wanted.setDepthBufferSize(24)
    wanted.setAlphaBufferSize(8)
    wanted.setStencilBufferSize(0)
    wanted.setSamples(0)
    return wanted


def probe_gl() -> GlFacts:
    """Make a context and a surface, ask who draws, and let both go again (0.2 s with Mesa, else none)."""
    if QGuiApplication.platformName() in _NO_WIDGETS:
        return GlFacts(False)
    context, surface = QOpenGLContext(), QOffscreenSurface()
    context.setFormat(surface_format())
    if not context.create():
        return GlFacts(False)
    surface.setFormat(context.format())
    surface.create()
    if not surface.isValid() or not context.makeCurrent(surface):
        return GlFacts(False)
    version = (context.format().majorVersion(), context.format().minorVersion())
    functions = context.functions()
    renderer = str(functions.glGetString(_GL_RENDERER) or "") if functions else ""
    context.doneCurrent()
    software = any(word in renderer.lower() for word in _SOFTWARE)
    return GlFacts(version >= _NEEDED and not context.isOpenGLES(), software, renderer)
