// What Dear ImGui's renderer asks the graphics card. It saves the card's state before each frame and puts it back
// afterwards: some twenty questions, of which some wait until the card has drawn everything it was given. Nothing
// else draws here, so what stands there between frames is known without asking; only a limit is asked.
mergeInto(LibraryManager.library, {
  glGetIntegerv: function (name, p) {
    var at = p >> 2;
    switch (name) {
      case 0x821B: HEAP32[at] = 3; break; // MAJOR_VERSION: WebGL 2 is OpenGL ES 3.0
      case 0x821C: HEAP32[at] = 0; break; // MINOR_VERSION
      case 0x0D33: HEAP32[at] = GLctx.getParameter(name); break; // MAX_TEXTURE_SIZE
      case 0x84E0: HEAP32[at] = 0x84C0; break; // ACTIVE_TEXTURE: TEXTURE0
      case 0x8009: case 0x883D: HEAP32[at] = 0x8006; break; // BLEND_EQUATION_RGB, _ALPHA: FUNC_ADD
      case 0x0BA2: case 0x0C10: HEAP32.fill(0, at, at + 4); break; // VIEWPORT, SCISSOR_BOX: set before they are used
      default: HEAP32[at] = 0; // what is bound: nothing; how to blend: blending is off
    }
  },
  glIsEnabled: function () { return 0; }, // all is off between frames
});
