package main

import "fmt"

// Сервер отвечает на языке пользователя; 用户的语言决定回答。
func приветствие(язык string) string {
	switch язык {
	case "fa":
		return "خوش آمدید! این‌جا خانهٔ شماست."
	case "he":
		return "ברוך הבא, ⁦user@example.org⁩"
	case "hi":
		return "स्वागत है, क्‍या हाल है?"
	}
	return "Добро пожаловать"
}

func main() {
	fmt.Println(приветствие("fa"), "Θα τα πούμε", "👋🏽👨‍👩‍👧")
}
