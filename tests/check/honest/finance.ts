// Số dư tài khoản và lãi suất hằng năm.
interface TàiKhoản {
  tên: string;
  sốDư: number;
}

// บัญชี​ของ​ผู้ใช้
export function lãi(tk: TàiKhoản, tỉLệ = 0.05): number {
  return tk.sốDư * tỉLệ; // trả về tiền lãi, đơn vị: ₫
}
