"""One surface as VTK draws it: kept from model to model, so that exchanging one costs its upload alone."""

from __future__ import annotations

from typing import Any

import pyvista
from PySide6.QtGui import QColor
from vtkmodules.vtkCommonDataModel import vtkPlane
from vtkmodules.vtkCommonMath import vtkMatrix4x4
from vtkmodules.vtkRenderingCore import vtkActor, vtkPolyDataMapper

from memoreez_desktop.ui.viewport.canvas import TurntableCanvas
from memoreez_desktop.ui.viewport.shading import Surface

LOOK = {"ambient": 0.26, "diffuse": 0.80, "specular": 0.12, "specular_power": 18.0}


class Skin:
    """A surface with what a section plane shows of its inside.

    The inside is every face that is seen from behind, in one flat colour: where a closed model is cut, that
    is exactly the cut.

    Parameters
    ----------
    name : str
        Of its actor.
    in_front : bool
        Drawn over the same faces of another surface.
    """

    def __init__(self, canvas: TurntableCanvas, name: str, *, in_front: bool = False) -> None:
        self._canvas, self._name, self._in_front = canvas, name, in_front
        self.actor: vtkActor | None = None
        self._inside: vtkActor | None = None
        self._plane: vtkPlane | None = None
        self.is_there = False

    def show(self, surface: Surface | None, colour: QColor) -> None:
        """Show a surface, or nothing."""
        if surface is None:
            self.is_there = False
            for actor in (self.actor, self._inside):
                if actor is not None:
                    actor.SetVisibility(False)
                    # Let go of its arrays, here and on the graphics card.
                    actor.GetMapper().SetInputDataObject(pyvista.PolyData())
            return
        data = pyvista.PolyData.from_regular_faces(surface.points, surface.faces)
        data.point_data.active_normals = surface.normals
        self.show_data(data, colour)

    def show_data(self, data: pyvista.PolyData, colour: QColor) -> None:
        """Show triangles that PyVista holds."""
        self.is_there = True
        if self.actor is None:
            self.actor = self._actor(self._name)
        mapper = self.actor.GetMapper()
        mapper.SetInputDataObject(data)
        mapper.ScalarVisibilityOff()
        self.actor.GetProperty().SetColor(colour.redF(), colour.greenF(), colour.blueF())
        if self._inside is not None:
            self._inside.GetMapper().SetInputDataObject(data)

    def colour_points(self, scalars: Any) -> None:
        """Give every point a colour of its own."""
        mapper = self._mapper()
        mapper.GetInput().GetPointData().SetScalars(scalars)
        mapper.SetScalarModeToUsePointData()
        mapper.SetColorModeToDirectScalars()
        mapper.ScalarVisibilityOn()

    def colour_faces(self, scalars: Any) -> None:
        """Give every face a colour of its own; None takes it back."""
        mapper = self._mapper()
        mapper.SetScalarVisibility(scalars is not None)
        if scalars is not None:
            mapper.GetInput().GetCellData().SetScalars(scalars)
            mapper.SetScalarModeToUseCellData()
            mapper.SetColorModeToDirectScalars()

    def show_edges(self, visible: bool, colour: QColor) -> None:
        """Draw the edges of its triangles."""
        if self.actor is None:
            self.actor = self._actor(self._name)
            self.actor.SetVisibility(False)
        look = self.actor.GetProperty()
        look.SetEdgeVisibility(visible)
        look.SetEdgeColor(colour.redF(), colour.greenF(), colour.blueF())
        look.SetEdgeOpacity(0.55)

    def cut(self, plane: vtkPlane | None, colour: QColor) -> None:
        """Show only what lies in front of a plane, and the inside in a flat colour."""
        self._plane = plane
        if plane is not None and self._inside is None and not self._in_front:
            self._inside = self._actor(f"{self._name}-inside")
            look = self._inside.GetProperty()
            look.SetLighting(False)
            look.SetFrontfaceCulling(True)
            if self.actor is not None:
                self._inside.GetMapper().SetInputDataObject(self.actor.GetMapper().GetInput())
                self._inside.SetUserMatrix(self.actor.GetUserMatrix())
        if self._inside is not None:
            self._inside.GetProperty().SetColor(colour.redF(), colour.greenF(), colour.blueF())
        for actor in (self.actor, self._inside):
            if actor is not None:
                actor.GetMapper().RemoveAllClippingPlanes()
                if plane is not None:
                    actor.GetMapper().AddClippingPlane(plane)

    def turn(self, matrix: vtkMatrix4x4 | None) -> None:
        """Place it by a matrix, or where it is."""
        for actor in (self.actor, self._inside):
            if actor is not None:
                actor.SetUserMatrix(matrix)

    def see(self, visible: bool, *, culled: bool) -> None:
        """Draw it or not, with or without the faces that look away."""
        visible = visible and self.is_there
        if self.actor is not None:
            self.actor.SetVisibility(visible)
            self.actor.GetProperty().SetBackfaceCulling(culled)
        if self._inside is not None:
            self._inside.SetVisibility(visible and self._plane is not None)

    def _mapper(self) -> Any:
        if self.actor is None:
            self.actor = self._actor(self._name)
        return self.actor.GetMapper()

    def _actor(self, name: str) -> vtkActor:
        actor = vtkActor()
        mapper = vtkPolyDataMapper()
        mapper.SetInputDataObject(pyvista.PolyData())
        mapper.ScalarVisibilityOff()
        if self._plane is not None:
            mapper.AddClippingPlane(self._plane)
        if self._in_front:
            mapper.SetResolveCoincidentTopologyToPolygonOffset()
            mapper.SetRelativeCoincidentTopologyPolygonOffsetParameters(-2.0, -2.0)
        actor.SetMapper(mapper)
        look = actor.GetProperty()
        look.SetInterpolationToPhong()
        look.SetAmbient(LOOK["ambient"])
        look.SetDiffuse(LOOK["diffuse"])
        look.SetSpecular(LOOK["specular"])
        look.SetSpecularPower(LOOK["specular_power"])
        self._canvas.add_actor(actor, name=name, reset_camera=False, render=False, pickable=False)
        return actor
