// One sentence for each way of being refused. The switch has no default: a new code must find its words.
#include "shared/text/exact_sentences.h"
#include "shared/text/figures.h"
#include "shared/text/text.h"
#include "shared/text/words.h"

namespace shanzhi::text {
namespace {

using base::ErrorCode;

/// Everything that a sentence is made of.
class Sentence {
 public:
  Sentence(const base::Error& error, Language language, std::optional<base::Period> cap_period)
      : error_(error),
        english_(language == Language::english),
        cap_period_(cap_period),
        field_(field_of(error.field)),
        first_(value(error.shown)),
        second_(value(error.shown2)) {
    const char* title = field_title(field_, language);
    title_ = title != nullptr ? std::string(title) : std::string(field_);
  }

  std::string of_code() const {
    switch (error_.code) {
      case ErrorCode::malformed: return malformed();
      case ErrorCode::missing_field: return missing();
      case ErrorCode::unknown_field:
        return say("没有“{3}”这一项，请去掉", "There is no “{3}”; leave it out");
      case ErrorCode::out_of_range: return out_of_range();
      case ErrorCode::not_a_choice: return not_a_choice();
      case ErrorCode::not_found: return not_found();
      case ErrorCode::signed_out:
        return say("尚未登录，或登录已过期，请重新登录",
                   "Not signed in, or the session has ended; sign in again");
      case ErrorCode::bad_credentials:
        if (error_.field == "/key")
          return say("这个链接已经用过或已失效；重新启动服务，会给出新的链接",
                     "This link was used or no longer holds; restart the server for a new one");
        return say("用户名或密码不对，请核对后再试",
                   "The name or the password is wrong; check them and try again");
      case ErrorCode::too_many_attempts:
        return shown() ? say("尝试次数过多，请过 {1} 秒再试",
                             "Too many attempts; try again in {1} seconds")
                       : say("尝试次数过多，请稍后再试", "Too many attempts; try again later");
      case ErrorCode::not_permitted:
        return say("您的角色不能办理这一项，请联系上级或镇管理员",
                   "Your role does not allow this; ask the town administrator");
      case ErrorCode::own_household:
        return say("本人和本户的积分须由他人办理",
                   "Points for yourself or your household must be handled by somebody else");
      case ErrorCode::second_person:
        return shown() ? say("本月经您发放的积分将超过 {1} 分，须由另一位有权人员办理",
                             "You would grant more than {1} points this month; a second person "
                             "must do this")
                       : say("须由另一位有权人员办理", "A second person must do this");
      case ErrorCode::rule_not_in_force:
        return say("这条规则当天不在施行期内，请核对日期或换一条规则",
                   "The rule is not in force on that day; check the date or choose another rule");
      case ErrorCode::wrong_unit:
        return say("按小时的规则须填服务时长，其他规则不填",
                   "Rules by the hour need the time of service; the others take none");
      case ErrorCode::over_cap: return over_cap();
      case ErrorCode::over_bonus:
        if (!shown()) return say("超过酌情奖励的上限", "Over the bonus that the rule allows");
        return error_.shown == "0" ? say("这条规则不设酌情奖励，请按规则分值记",
                                         "This rule has no bonus; keep to its figure")
                                   : say("酌情奖励最多 {1} 分，请改小",
                                         "The bonus is {1} points at most; make it smaller");
      case ErrorCode::in_the_future:
        return field_.empty() ? say("时间不能晚于现在", "The time cannot be in the future")
                              : say("{4}不能晚于现在", "{4}: it cannot be in the future");
      case ErrorCode::too_long_ago:
        return shown() ? say("时间太早，只能补记 {1} 天以内的",
                             "Too long ago; only the last {1} days can be entered")
                       : say("时间太早，不能补记", "Too long ago to be entered");
      case ErrorCode::below_floor: return below_floor();
      case ErrorCode::already_reversed:
        return say("这笔流水已经冲正，不能再冲一次",
                   "This entry is reversed already, and cannot be again");
      case ErrorCode::not_reversible:
        return say("这笔流水不能冲正；冲错了请重新记分",
                   "This entry cannot be reversed; award again where it was wrong");
      case ErrorCode::already_exists:
        return shown()
                   ? say("{4}“{1}”已经有了，请换一个", "{4} “{1}” exists already; choose another")
                   : say("{4}已经有了，请换一个", "{4}: it exists already; choose another");
      case ErrorCode::in_use:
        return say("还有别的记录用到它，现在不能改",
                   "Other records still refer to it; it cannot be changed now");
      case ErrorCode::key_reused:
        return say("这个编号已用于另一项内容，请刷新后重新填写",
                   "This id was used for something else; reload and enter it again");
      case ErrorCode::year_not_covered:
        return shown() ? say("还没有 {1} 年的放假安排，请先更新节假日表",
                             "The holidays of {1} are not known yet; update the table")
                       : say("还没有那一年的放假安排，请先更新节假日表",
                             "The holidays of that year are not known yet; update the table");
      case ErrorCode::too_large:
        return shown() ? say("内容太大，上限 {1}，请分开提交",
                             "Too large, at most {1}; send it in parts")
                       : say("内容太大，请分开提交", "Too large; send it in parts");
      case ErrorCode::unsupported_media:
        return shown() ? say("不支持 {1} 文件，请另存为 {2} 再传",
                             "{1} files are not understood; save as {2} and upload again")
                       : say("不支持这种文件或内容类型",
                             "This type of file or content is not understood");
      case ErrorCode::method_not_allowed:
        return say("这个地址不接受这种请求方式", "This address takes another method");
      case ErrorCode::too_slow:
        return say("网络太慢，没能按时收到，请重试", "The network is too slow; try again");
      case ErrorCode::busy:
        return say("系统正忙，请稍后再试", "The server is busy; try again shortly");
      case ErrorCode::storage_failed:
        return say("没有写入成功，未作任何改动，请稍后再试",
                   "Nothing was written or changed; try again later");
      case ErrorCode::internal:
        return say("系统出错，已经记录，请稍后再试",
                   "Something went wrong; it is logged. Try again later");
    }
    return {};
  }

 private:
  /// Amounts with commas; what may be a code, a year or somebody's own text as it came.
  std::string value(const std::string& given) const {
    const bool amount =
        error_.code == ErrorCode::out_of_range || error_.code == ErrorCode::over_cap ||
        error_.code == ErrorCode::over_bonus || error_.code == ErrorCode::too_large ||
        error_.code == ErrorCode::second_person || error_.code == ErrorCode::below_floor;
    return amount ? grouped(given) : given;
  }
  bool shown() const { return !error_.shown.empty(); }

  /// {1} {2} the values, {3} the field's name on the wire, {4} its title.
  std::string say(std::string_view chinese, std::string_view english) const {
    const char* untitled = english_ ? "Value" : "内容";
    return fill(english_ ? english : chinese,
                {first_, second_, field_, title_.empty() ? untitled : std::string_view(title_)});
  }

  std::string malformed() const {
    if (field_.empty()) {
      return shown()
                 ? say("第 {1} 行无法读取，请核对文件", "Line {1} cannot be read; check the file")
                 : say("内容格式不对，无法读取", "This cannot be read; its form is wrong");
    }
    if (!error_.shown2.empty()) {
      return say("{4}格式不对，应写作 {2} 这样", "{4}: the form is wrong; write it like {2}");
    }
    return say("{4}格式不对，请核对后重填", "{4}: the form is wrong; check it and enter it again");
  }

  std::string missing() const {
    if (shown())
      return say("缺少“{1}”一列，请补上后重新上传",
                 "Column “{1}” is missing; add it and upload again");
    return say("请填写{4}", "{4} is needed");
  }

  std::string out_of_range() const {
    const std::string unit = unit_words();
    const bool low = !error_.shown.empty() && error_.shown != "0", high = !error_.shown2.empty();
    if (low && high) return say("{4}应为 {1} 至 {2}", "{4}: {1} to {2}") + unit;
    if (high) return say("{4}不能超过 {2}", "{4}: at most {2}") + unit;
    if (!shown()) return say("{4}超出允许范围，请核对", "{4} is out of range; check it");
    if (field_unit(field_) == FieldUnit::characters) {
      return say("{4}不能超过 {1}", "{4}: at most {1}") + unit;
    }
    return say("{4}超出允许范围（{1}），请核对", "{4} is out of range ({1}); check it");
  }

  std::string unit_words() const {
    switch (field_unit(field_)) {
      case FieldUnit::none: return "";
      case FieldUnit::characters: return english_ ? " characters" : " 个字";
      case FieldUnit::points: return english_ ? " points" : " 分";
      case FieldUnit::minutes: return english_ ? " minutes" : " 分钟";
      case FieldUnit::days: return english_ ? " days" : " 天";
      case FieldUnit::degrees: return english_ ? " degrees" : " 度";
      case FieldUnit::rows: return english_ ? " entries" : " 个";
    }
    return "";
  }

  std::string not_a_choice() const {
    if (shown() && !error_.shown2.empty()) {
      return say("{4}不能是“{1}”，应为：{2}", "{4} cannot be “{1}”; it is one of: {2}");
    }
    return shown() ? say("{4}不能是“{1}”，请改为所列选项之一",
                         "{4} cannot be “{1}”; choose one of those listed")
                   : say("{4}请从所列选项中选", "{4}: choose one of those listed");
  }

  std::string not_found() const {
    if (shown()) return say("没有找到“{1}”，请核对", "“{1}” was not found; check it");
    return field_.empty() ? say("没有找到，可能已改动，或不在您的管辖范围",
                                "Not found; it may have changed or lie outside your area")
                          : say("没有找到这个{4}，可能已改动，或不在您的管辖范围",
                                "{4}: not found; it may have changed or lie outside your area");
  }

  std::string over_cap() const {
    if (!shown()) return say("超过本规则上限", "Over this rule's cap");
    const std::string cap =
        cap_period_ ? cap_name(*cap_period_) : (english_ ? "the rule's cap of" : "本规则上限");
    const std::string head = english_ ? "Over " + cap + " {1} points" : "超过" + cap + " {1} 分";
    const std::string full = head + (english_ ? "; nothing is left" : "，已经记满");
    const std::string rest = head + (english_ ? "; {2} are left" : "，还可记 {2} 分");
    if (error_.shown2.empty()) return say(head, head);
    return error_.shown2 == "0" ? say(full, full) : say(rest, rest);
  }

  std::string cap_name(base::Period period) const {
    switch (period) {
      case base::Period::day: return english_ ? "the daily cap of" : "每日上限";
      case base::Period::week: return english_ ? "the weekly cap of" : "每周上限";
      case base::Period::month: return english_ ? "the monthly cap of" : "每月上限";
      case base::Period::quarter: return english_ ? "the quarterly cap of" : "每季度上限";
      case base::Period::year: return english_ ? "the yearly cap of" : "每年上限";
      case base::Period::all: return english_ ? "the cap of" : "累计上限";
    }
    return "";
  }

  std::string below_floor() const {
    if (error_.shown2.empty())
      return say("余额不足，不能扣减", "The balance is too small for this");
    return error_.shown2 == "0"
               ? say("余额已到下限 {1} 分，不能再扣",
                     "The balance is at its floor of {1} points; nothing can be taken")
               : say("余额不足，最多还能扣 {2} 分",
                     "The balance is too small; at most {2} points can be taken");
  }

  const base::Error& error_;
  bool english_;
  std::optional<base::Period> cap_period_;
  std::string_view field_;
  std::string first_, second_, title_;
};

}  // namespace

std::string sentence(const base::Error& error, Language language,
                     std::optional<base::Period> cap_period) {
  std::string exact = exact_sentence(error, language);
  if (!exact.empty()) return exact;
  return Sentence(error, language, cap_period).of_code();
}

}  // namespace shanzhi::text
