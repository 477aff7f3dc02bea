package dev.perch.pack;

/** A block with every gesture and every kind of action. */
final class EveryKind {
    /** With single quotes for double ones. */
    static final String BLOCK = """
            {'schema':1,
             'reactions':{'click':'waving','hover':'jumping','wake':'waving'},
             'regions':{'head':[40,0,112,96]},
             'bindings':[
              {'on':'click','region':'head','do':'pat'},
              {'on':'click','do':'hello'},
              {'on':'doubleClick','do':'page'},
              {'on':'contextMenu','do':'status'},
              {'on':'hover','do':'status','cooldownMs':5000},
              {'on':'drag','do':'whee'},
              {'on':'throw','do':'whee'},
              {'on':'drop','accept':{'kinds':['file','text'],'max':4,'extensions':['txt','md']},'do':'begin'},
              {'on':'key','key':'F2','do':'thread'},
              {'on':'key','key':'k','modifiers':['ctrl','shift'],'do':'build'}],
             'menu':[{'label':'Open the board','do':'page'},{'label':'Tidy up','do':'skill'}],
             'actions':{
              'pat':{'kind':'pet','do':'animate','clip':'jumping'},
              'hello':{'kind':'pet','do':'say','text':'Hello!'},
              'away':{'kind':'pet','do':'tuck'},
              'whee':{'kind':'pet','do':'say','text':'Whee!'},
              'status':{'kind':'showStatus'},
              'thread':{'kind':'openThread','which':'waiting'},
              'begin':{'kind':'newThread','workspace':'perch','prompt':'Look at these files'},
              'page':{'kind':'openUrl','url':'https://example.org/board'},
              'deep':{'kind':'openDeepLink','url':'vscode://file/tmp'},
              'skill':{'kind':'invokeSkill','skill':'tidy','which':'new'},
              'build':{'kind':'runCommand','name':'build','params':{'target':'all'}}}}
            """;

    private EveryKind() {}
}
