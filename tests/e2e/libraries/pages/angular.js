// Angular looks for its compiler, which is installed by being imported.
// oxlint-disable-next-line import/no-unassigned-import
import '@angular/compiler';
import { Component } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { NgOtpInputComponent } from 'ng-otp-input';

const Boxes = Component({
  selector: '#app',
  template: '<ng-otp-input [config]="config" />',
  imports: [NgOtpInputComponent],
})(
  class {
    config = { length: 6, allowNumbersOnly: true };
  },
);

await bootstrapApplication(Boxes);
