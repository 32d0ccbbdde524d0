-- Reports about messages name them by their Message-ID where the return path does not.
ALTER TABLE mail_delivery ADD INDEX mail_delivery_message (message_id);
