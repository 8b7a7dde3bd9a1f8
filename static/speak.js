// The start page in the colours and the language of its reader, before anything else is here.
const root = document.documentElement;
const theme = localStorage.getItem('gouji.theme');
if (theme) root.dataset.theme = theme;
const language = localStorage.getItem('gouji.language') ?? navigator.language;
if (matchMedia('(pointer: coarse)').matches) speakOfTouch();
if (!language.startsWith('zh')) speakEnglish();

/** Nobody drops files on a telephone. */
function speakOfTouch() {
  for (const element of document.querySelectorAll('[data-touch]')) {
    element.textContent = element.dataset.touch;
    element.dataset.en = element.dataset.touchEn;
  }
}

/** The start page stands in both languages. */
function speakEnglish() {
  root.lang = 'en';
  for (const element of document.querySelectorAll('[data-en]')) element.textContent = element.dataset.en;
}
