-- who asks for a move of running cases looks first whether one is under way
insert into turn (name) values ('move-cases');
