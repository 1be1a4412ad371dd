export const ben = 'ben@larkfield.example';
