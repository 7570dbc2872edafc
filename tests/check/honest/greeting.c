/* Приветствие на нескольких языках.
 * ברכות בכמה שפות.
 * أهلا وسهلا في عدة لغات.
 */
#include <stdio.h>

static const char *greetings[] = {
    "Здравствуй, мир!",
    "Γειά σου Κόσμε!",
    "שלום עולם!",
    "!مرحبا بالعالم",
    "سلام دنیا! می‌خواهم بیایم.",
    "नमस्ते दुनिया!",
    "你好，世界！",
    "こんにちは、世界！",
    "안녕하세요, 세계!",
    "Chào thế giới!",
    "สวัสดีชาวโลก",
    "⁧שלום⁩, %s!",   // isolates that are ended
};

int main(void) {
    for (size_t i = 0; i < sizeof greetings / sizeof *greetings; i++)
        puts(greetings[i]); // печатает строку
    return 0;
}
