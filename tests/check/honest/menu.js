// תפריט ראשי: כל פריט הוא מחרוזת בעברית
const menu = {
  קובץ: ["חדש", "פתח", "שמור"],
  "עריכה": ["גזור", "העתק", "הדבק"],
};

// 메뉴를 화면에 그립니다.
function draw(naam, größe, señal, 名前) {
  const text = `⁨${naam}⁩: ⁧${menu[naam].join("، ")}⁩ (${größe})`;
  document.title = text + señal + 名前;
}
