//! Signs that look like Chinese characters and are coded as something else: radicals of the
//! dictionary of Kangxi and compatibility ideographs, as some fonts tell and some PDF viewers copy.
//! They are read as the characters that a reader takes them for, sign for sign, so that places stay.

/// What the radicals from U+2F00 on look like (NFKC; 户, 青 and 黄 as they are written in China).
const KANGXI: &str = "\
    一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕\
    大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈户手支攴文斗斤方无日\
    曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿\
    目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行\
    衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨青非面革韋韭音\
    頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黄黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";
/// What the compatibility ideographs from U+F900 on look like (NFKC).
const COMPATIBLE: &str = "\
    豈更車賈滑串句龜龜契金喇奈懶癩羅蘿螺裸邏樂洛烙珞落酪駱亂卵欄爛蘭鸞嵐濫藍\
    襤拉臘蠟廊朗浪狼郎來冷勞擄櫓爐盧老蘆虜路露魯鷺碌祿綠菉錄鹿論壟弄籠聾牢磊\
    賂雷壘屢樓淚漏累縷陋勒肋凜凌稜綾菱陵讀拏樂諾丹寧怒率異北磻便復不泌數索參\
    塞省葉說殺辰沈拾若掠略亮兩凉梁糧良諒量勵呂女廬旅濾礪閭驪麗黎力曆歷轢年憐\
    戀撚漣煉璉秊練聯輦蓮連鍊列劣咽烈裂說廉念捻殮簾獵令囹寧嶺怜玲瑩羚聆鈴零靈\
    領例禮醴隸惡了僚寮尿料樂燎療蓼遼龍暈阮劉杻柳流溜琉留硫紐類六戮陸倫崙淪輪\
    律慄栗率隆利吏履易李梨泥理痢罹裏裡里離匿溺吝燐璘藺隣鱗麟林淋臨立笠粒狀炙\
    識什茶刺切度拓糖宅洞暴輻行降見廓兀嗀﨎﨏塚﨑晴﨓﨔凞猪益礼神祥福靖精羽﨟\
    蘒﨡諸﨣﨤逸都﨧﨨﨩飯飼館鶴郞隷侮僧免勉勤卑喝嘆器塀墨層屮悔慨憎懲敏既暑\
    梅海渚漢煮爫琢碑社祉祈祐祖祝禍禎穀突節練縉繁署者臭艹艹著褐視謁謹賓贈辶逸\
    難響頻恵𤋮舘﩮﩯並况全侀充冀勇勺喝啕喙嗢塚墳奄奔婢嬨廒廙彩徭惘慎愈憎慠懲\
    戴揄搜摒敖晴朗望杖歹殺流滛滋漢瀞煮瞧爵犯猪瑱甆画瘝瘟益盛直睊着磌窱節类絛\
    練缾者荒華蝹襁覆視調諸請謁諾諭謹變贈輸遲醙鉶陼難靖韛響頋頻鬒龜𢡊𢡄𣏕㮝䀘\
    䀹𥉉𥳐𧻓齃龎";
/// Radicals of the supplement and what each looks like (EquivalentUnifiedIdeograph).
const SUPPLEMENT: &str = "\
    ⺅亻⺉刂⺒巳⺖忄⺘扌⺜日⺝月⺟母⺠民⺡氵⺣灬⺨犭⺩王⺪疋⺫目⺬示⺭礻⺯糹\
    ⺰纟⺾艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻈讠⻉贝⻋车⻌辶⻍辶⻏阝⻐钅⻑長⻒镸⻓长\
    ⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄\
    ⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟";

/// The text with every sign as the character that it looks like.
pub(super) fn unified(text: String) -> String {
    if !text.chars().any(is_lookalike) {
        return text;
    }
    text.chars().map(unified_sign).collect()
}

/// The character that a sign looks like.
pub(super) fn unified_sign(sign: char) -> char {
    let listed =
        |signs: &'static str, first: char| signs.chars().nth(sign as usize - first as usize);
    let found = match sign {
        '\u{2e80}'..='\u{2eff}' => in_supplement(sign),
        '\u{2f00}'..='\u{2fd5}' => listed(KANGXI, '\u{2f00}'),
        '\u{f900}'..='\u{fad9}' => listed(COMPATIBLE, '\u{f900}'),
        _ => None,
    };
    found.unwrap_or(sign)
}

fn is_lookalike(sign: char) -> bool {
    matches!(sign, '\u{2e80}'..='\u{2fd5}' | '\u{f900}'..='\u{fad9}')
}

fn in_supplement(sign: char) -> Option<char> {
    let mut signs = SUPPLEMENT.chars();
    while let (Some(radical), Some(character)) = (signs.next(), signs.next()) {
        if radical == sign {
            return Some(character);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_listed_sign_has_its_character() {
        assert_eq!(KANGXI.chars().count(), 0x2fd6 - 0x2f00);
        assert_eq!(COMPATIBLE.chars().count(), 0xfada - 0xf900);
        let signs: Vec<char> = SUPPLEMENT.chars().collect();
        let (pairs, rest) = signs.as_chunks::<2>();
        assert!(rest.is_empty());
        assert!(
            pairs
                .iter()
                .all(|it| is_lookalike(it[0]) && !is_lookalike(it[1]))
        );
    }

    #[test]
    fn signs_are_read_as_the_characters_they_look_like() {
        let read = unified("⼀般公共预算⽀出，⽔利⻔⼾，\u{f92e}".to_owned());
        assert_eq!(read, "一般公共预算支出，水利门户，冷");
        assert_eq!(unified("一般公共预算".to_owned()), "一般公共预算");
    }
}
