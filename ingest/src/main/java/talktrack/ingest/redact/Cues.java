package talktrack.ingest.redact;

import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What kind of number people say that they give: the nearest such word before the digits. */
final class Cues {

    enum Cue {
        PHONE,
        CARD,
        ID,
        /** An order, an invoice, a part: a number that is nobody's secret. */
        REFERENCE,
        NONE
    }

    private static final Map<Cue, Pattern> WORDS = new EnumMap<>(Cue.class);

    static {
        WORDS.put(
                Cue.PHONE,
                Pattern.compile(
                        "\\b(?:phone|mobile|cell|cellphone|telephone|landline|fax|whatsapp|voicemail|dial"
                                + "|(?:call|reach|ring|text) (?:me|you|him|her|us|them|back)"
                                + "|(?:my|your|his|her|our|their|best|direct|contact|callback) (?:\\w+ )?number"
                                + "|area code|country code)\\b"
                                + "|(?:电话|手机|座机|联系方式|微信|传真|打给|拨打?)(?:号码?)?|(?<!订单|发票)号码"));
        WORDS.put(
                Cue.CARD,
                Pattern.compile(
                        "\\b(?:cards?|visa|mastercard|amex|american express)\\b(?: number)?"
                                + "|(?:银行|信用|储蓄|借记)?卡(?:号码?)?"));
        WORDS.put(
                Cue.ID,
                Pattern.compile(
                        "\\b(?:social security|social|ssn|passport|national insurance|tax id|driver'?s licen[cs]e)\\b"
                                + "(?: number)?|(?:身份证|证件|护照)(?:号码?)?"));
        WORDS.put(
                Cue.REFERENCE,
                Pattern.compile(
                        "\\b(?:order|invoice|ticket|reference|case|tracking|serial|part|model|quote|contract|article|item|product|sku|version|registration|company)\\b"
                                + "(?: (?:number|no|id|code))?"
                                + "|(?:订单|单|发票|工单|快递|物流|型|编|合同|序列|产品|批)号(?:码)?"));
    }

    private Cues() {}

    /**
     * @param before what was said before the digits, in lower case, single spaces
     */
    static Cue nearest(String before) {
        Cue nearest = Cue.NONE;
        int end = -1;
        for (Map.Entry<Cue, Pattern> words : WORDS.entrySet()) {
            Matcher matcher = words.getValue().matcher(before);
            while (matcher.find()) {
                if (matcher.end() > end || (matcher.end() == end && nearest == Cue.PHONE)) {
                    end = matcher.end();
                    nearest = words.getKey();
                }
            }
        }
        return nearest;
    }
}
