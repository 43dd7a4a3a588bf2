-- Once, before the product on Operaton first starts on a database that it had on Camunda: the webapps look for administrators in a group of another name.
-- For the way back, with the two names changed over.
insert into ACT_ID_GROUP (ID_, REV_, NAME_, TYPE_) select 'operaton-admin', 1, NAME_, TYPE_ from ACT_ID_GROUP where ID_ = 'camunda-admin';
update ACT_ID_MEMBERSHIP set GROUP_ID_ = 'operaton-admin' where GROUP_ID_ = 'camunda-admin';
update ACT_RU_AUTHORIZATION set GROUP_ID_ = 'operaton-admin' where GROUP_ID_ = 'camunda-admin';
update ACT_RU_AUTHORIZATION set RESOURCE_ID_ = 'operaton-admin' where RESOURCE_TYPE_ = 2 and RESOURCE_ID_ = 'camunda-admin';
delete from ACT_ID_GROUP where ID_ = 'camunda-admin';
