// A table of refusals by code and field.
#include "shared/text/exact_sentences.h"

#include "shared/text/words.h"

namespace shanzhi::text {
namespace {

using base::ErrorCode;

enum class Shown : std::uint8_t { any, none, first, both };
struct Exact {
  ErrorCode code;
  std::string_view field;
  Shown shown;
  std::string_view chinese, english;
};

constexpr Exact kExact[] = {
    {ErrorCode::malformed, "phone", Shown::any, "电话应为 11 位手机号，或带区号的座机号",
     "A phone number is a mobile of 11 digits, or a landline with its area code"},
    {ErrorCode::malformed, "id_card", Shown::any, "身份证号应为 18 位，请核对",
     "An identity card number has 18 characters; check it"},
    {ErrorCode::malformed, "born", Shown::any, "出生日期应写作 1958-03-12 这样",
     "Write the date of birth like 1958-03-12"},
    {ErrorCode::malformed, "date", Shown::any, "日期应写作 2026-11-22 这样",
     "Write the date like 2026-11-22"},
    {ErrorCode::malformed, "month", Shown::any, "月份应写作 2026-11 这样",
     "Write the month like 2026-11"},
    {ErrorCode::malformed, "occurred_at", Shown::any,
     "发生时间应写作 2026-11-22T09:00:00+08:00 这样，须带时区",
     "Write the time like 2026-11-22T09:00:00+08:00, with its offset"},
    {ErrorCode::malformed, "outline", Shown::any, "边界不是有效的多边形：线不能自相交，首尾要相接",
     "The outline is no valid polygon: lines must not cross, and each ring must close"},
    {ErrorCode::malformed, "code", Shown::first, "代码应以上级代码开头，如 {1} 加后缀",
     "The code begins with the code above it: {1} and a suffix"},
    {ErrorCode::malformed, "file", Shown::any, "表中还有错误，没有写入；改好后重新上传",
     "The file has problems, nothing was written; correct it and upload again"},
    {ErrorCode::malformed, "cursor", Shown::any, "翻页位置已失效，请从第一页看起",
     "The cursor no longer holds; begin with the first page"},
    {ErrorCode::missing_field, "rule", Shown::none, "请选择规则", "Choose a rule"},
    {ErrorCode::missing_field, "person", Shown::none, "请选择居民", "Choose a resident"},
    {ErrorCode::missing_field, "household", Shown::none, "请选择家户", "Choose a household"},
    {ErrorCode::missing_field, "place", Shown::none, "请选择地区", "Choose a place"},
    {ErrorCode::missing_field, "grid", Shown::none, "请选择微网格", "Choose a grid"},
    {ErrorCode::out_of_range, "id_card", Shown::first, "身份证号末位应为 {1}，请核对",
     "The last character of the identity card number should be {1}; check it"},
    {ErrorCode::out_of_range, "born", Shown::both, "出生日期 {1} 与身份证号上的 {2} 不一致",
     "Born {1} does not agree with {2} on the identity card"},
    {ErrorCode::out_of_range, "born", Shown::first, "出生日期不能早于 {1} 年",
     "The date of birth cannot be before {1}"},
    {ErrorCode::out_of_range, "minutes", Shown::both,
     "服务时长应为 {1} 至 {2} 分钟，一天累计不超过 16 小时",
     "Time of service is {1} to {2} minutes; a day holds 16 hours at most"},
    {ErrorCode::out_of_range, "level", Shown::first,
     "级别不对，上下级须依次为县区、镇、管区、行政村、自然村或微网格",
     "The level does not fit between the one above and those below"},
    {ErrorCode::out_of_range, "parent", Shown::none, "上级地区不能是它自己或它的下级",
     "A place cannot lie below itself"},
    {ErrorCode::out_of_range, "members", Shown::none, "同一位队员列了两次，请去掉一个",
     "A member stands twice; remove one"},
    {ErrorCode::not_a_choice, "household", Shown::none, "请选另一户；已建档的居民用“迁户”办理",
     "Choose another household; a known resident changes it by moving"},
    {ErrorCode::not_a_choice, "grid", Shown::none, "家户应归在微网格，或尚未划网格的村",
     "A household belongs to a grid, or to a village without grids"},
    {ErrorCode::not_a_choice, "hamlet", Shown::none, "自然村不在该网格所在的行政村",
     "The hamlet is not in the grid's village"},
    {ErrorCode::not_a_choice, "gender", Shown::none, "性别与身份证号不一致",
     "The gender does not agree with the identity card"},
    {ErrorCode::not_permitted, "rule", Shown::any, "这条规则须由上一级审核，请转交办理",
     "This rule needs a higher role; hand it on"},
    {ErrorCode::bad_credentials, "old_password", Shown::any, "原密码不对，请重输",
     "The current password is wrong; type it again"},
    {ErrorCode::bad_credentials, "old_pin", Shown::any, "原密码不对，请重输",
     "The current PIN is wrong; type it again"},
    {ErrorCode::bad_credentials, "code", Shown::any,
     "手机号与登录码对不上，或登录码已过期、已用过；请到村委会重新打印",
     "Number and code do not match, or the code was used or is too old; ask the village office for "
     "another"},
    {ErrorCode::malformed, "pin", Shown::any, "密码是 6 位数字", "A PIN is six digits"},
    {ErrorCode::out_of_range, "pin", Shown::none, "这个密码太容易被猜到，请换 6 位别的数字",
     "This PIN is too easily guessed; choose other digits"},
    {ErrorCode::out_of_range, "pin", Shown::any, "密码是 6 位数字", "A PIN is six digits"},
    {ErrorCode::out_of_range, "code", Shown::none, "登录码是 8 位数字", "The code is eight digits"},
    {ErrorCode::not_a_choice, "name", Shown::none,
     "这个手机号家里不止一人在用，请在号码后面加上姓名，如 13800000000 王秀兰",
     "More than one of a family uses this number; write the name behind it"},
    {ErrorCode::missing_field, "phone", Shown::none, "档案里没有手机号，请先补上再打印登录码",
     "No telephone number is on record; enter it first"},
    {ErrorCode::below_floor, "transfer", Shown::any, "余额已用去一部分，冲回后会不足，不能冲正",
     "Part of these points is already spent; taking them back would leave too little"},
    {ErrorCode::already_exists, "relation", Shown::any, "一户只能有一位户主",
     "A household has one head"},
    {ErrorCode::already_exists, "name", Shown::first, "“{1}”已有人使用，请换一个",
     "“{1}” is taken; choose another"},
    {ErrorCode::already_exists, "number", Shown::first, "户号 {1} 在本村已有，请换一个",
     "Number {1} exists in this village; choose another"},
    {ErrorCode::already_exists, "place", Shown::first, "“{1}”不止一处，请写明代码或所属的村",
     "There is more than one “{1}”; give its code or village"},
    {ErrorCode::already_exists, "id_card", Shown::any, "身份证号与另一人重复，请核对",
     "Another person has this identity card number; check it"},
    {ErrorCode::in_use, "role", Shown::any, "这是最后一位镇管理员，不能停用或改换角色",
     "The last town administrator cannot be suspended or given another role"},
    {ErrorCode::in_use, "import", Shown::both, "“{2}”在导入之后又有变动，不能整体撤销",
     "“{2}” was changed since the import; it cannot be undone as a whole"},
    {ErrorCode::in_use, "import", Shown::none, "这次导入已经撤销过",
     "This import was undone before"},
    {ErrorCode::in_the_future, "born", Shown::any, "出生日期不能晚于今天",
     "The date of birth cannot be in the future"},
    {ErrorCode::in_use, "alarm", Shown::any, "这起警情已经解除，不能再改",
     "This alarm has ended and stays as it is"},
    {ErrorCode::out_of_range, "alarm", Shown::both, "未解除的警情已有 {2} 起，请先解除再发布",
     "{2} alarms are open already; end one first"},
    {ErrorCode::out_of_range, "step", Shown::both, "步骤应为第 {1} 至第 {2} 步",
     "Steps are numbered {1} to {2}"},
    {ErrorCode::out_of_range, "step", Shown::first, "步骤要依次完成，现在是第 {1} 步",
     "Steps are done one after the other; this is step {1}"},
    {ErrorCode::in_use, "step", Shown::any, "各步骤都已完成", "All steps are done"},
    {ErrorCode::not_a_choice, "relative", Shown::any, "本人看自己的积分，不用登记",
     "Nobody needs a consent for themselves"},
    {ErrorCode::in_the_future, "day", Shown::any, "只能回放今天和以前的日子",
     "Only today and days past can be shown again"},
    {ErrorCode::unsupported_media, "photo", Shown::any, "照片只收 JPEG（.jpg），请另存后再传",
     "Photographs are taken as JPEG; save it as one"},
    {ErrorCode::malformed, "photo", Shown::any, "照片损坏或没有传完，请重新拍或重新选",
     "The photograph is broken; take or choose it again"},
    {ErrorCode::out_of_range, "photo", Shown::any, "照片太大，边长最多 {1} 像素",
     "Too large: a side has {1} px at most"},
    {ErrorCode::not_found, "photos", Shown::any, "照片没有传上来，或已过一天，请重新添加",
     "The photograph did not arrive, or waited too long; add it again"},
    {ErrorCode::in_use, "photos", Shown::any, "这张照片已用于另一笔积分，请换一张",
     "This photograph proves another award; choose another"},
};

bool fits(const Exact& each, const base::Error& error) {
  switch (each.shown) {
    case Shown::any: return true;
    case Shown::none: return error.shown.empty();
    case Shown::first: return !error.shown.empty();
    case Shown::both: return !error.shown.empty() && !error.shown2.empty();
  }
  return false;
}

consteval bool both_languages() {
  for (const Exact& each : kExact)
    if (each.chinese.empty() || each.english.empty()) return false;
  return true;
}
static_assert(both_languages(), "a refusal has no sentence in one of the languages");

}  // namespace

std::string_view field_of(std::string_view pointer) {
  while (!pointer.empty()) {
    const std::size_t slash = pointer.rfind('/');
    const std::string_view last =
        slash == std::string_view::npos ? pointer : pointer.substr(slash + 1);
    if (last.find_first_not_of("0123456789") != std::string_view::npos) return last;
    pointer = slash == std::string_view::npos ? std::string_view{} : pointer.substr(0, slash);
  }
  return {};
}

std::string exact_sentence(const base::Error& error, Language language) {
  const std::string_view field = field_of(error.field);
  for (const Exact& each : kExact) {
    if (each.code != error.code || each.field != field || !fits(each, error)) continue;
    const std::string_view pattern = language == Language::english ? each.english : each.chinese;
    return fill(pattern, {error.shown, error.shown2});
  }
  return {};
}

}  // namespace shanzhi::text
