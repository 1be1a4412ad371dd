/** Navigates to a path of the manage page, such as `#/accounts`. */
export const goTo = (place: `#/${string}`): void => {
  location.hash = place;
};
