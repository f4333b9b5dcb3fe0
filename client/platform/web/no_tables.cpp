// Dear ImGui's own tables and columns are not used here (widgets/table.h draws the product's), and are left out
// of the program for the browser, a fiftieth of it. The rest of Dear ImGui speaks to them all the same; it
// never has one to speak about.
#include <imgui.h>
#include <imgui_internal.h>

namespace ImGui {

void EndTable() {}
void TableEndRow(ImGuiTable*) {}
void TableEndCell(ImGuiTable*) {}
void TablePushBackgroundChannel() {}
void TablePopBackgroundChannel() {}
void TablePushColumnChannel(int) {}
void TablePopColumnChannel() {}
void TableSettingsAddSettingsHandler() {}
void TableGcCompactSettings() {}
void TableGcCompactTransientBuffers(ImGuiTable*) {}
void TableGcCompactTransientBuffers(ImGuiTableTempData*) {}
void PushColumnsBackground() {}
void PopColumnsBackground() {}
void EndColumns() {}

}  // namespace ImGui
