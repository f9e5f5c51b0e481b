// Reference: draws -> model -> percentiles, plain C.  usage: main [draws] [threads] [layout 1|2|3] [dump]
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <pthread.h>
#include <sys/resource.h>
#ifdef USE_SIMD
#define SIMD _Pragma("omp simd")
#else
#define SIMD
#endif
#ifdef FASTPOW   /* pow as exp(b*log a): what the wasm/JS kernels do */
#define POW(a,b) exp((b)*log(a))
#else
#define POW(a,b) pow(a,b)
#endif
#define EXP(a) exp(a)
#define LOG(a) log(a)
#ifdef VM        /* own inline exp/log (vm.h) */
#include "vm.h"
#undef EXP
#undef LOG
#undef POW
#define EXP(a) vm_exp(a)
#define LOG(a) vm_log(a)
#define POW(a,b) vm_exp((b)*vm_log(a))
#endif
#include "model_gen.h"
#ifdef CPUTIME   /* processor time: other programs on the machine count little */
#define CLOCK CLOCK_PROCESS_CPUTIME_ID
#else
#define CLOCK CLOCK_MONOTONIC
#endif
static double now(void){struct timespec t;clock_gettime(CLOCK,&t);return t.tv_sec*1e3+t.tv_nsec*1e-6;}

/* ---- counter based RNG: threefry4x32-20, counter (draw, call, 0, 0), key (seed, 0, 0, 0) ---- */
#define ROT(x,s) ((x<<s)|(x>>(32-s)))
static inline __attribute__((always_inline)) void threefry4(uint32_t d,uint32_t j,uint32_t seed,uint32_t*r0,uint32_t*r1,uint32_t*r2,uint32_t*r3){
 const uint32_t k[5]={seed,0,0,0,0x1BD11BDAu^seed}; uint32_t x0=d+k[0],x1=j+k[1],x2=k[2],x3=k[3];
#define RA(s,q) x0+=x1;x1=ROT(x1,s)^x0;x2+=x3;x3=ROT(x3,q)^x2;
#define RB(s,q) x0+=x3;x3=ROT(x3,s)^x0;x2+=x1;x1=ROT(x1,q)^x2;
#define KI(n) x0+=k[(n)%5];x1+=k[(n+1)%5];x2+=k[(n+2)%5];x3+=k[(n+3)%5]+n;
 RA(10,26)RB(11,21)RA(13,27)RB(23,5)KI(1) RA(6,20)RB(17,11)RA(25,10)RB(18,20)KI(2) RA(10,26)RB(11,21)RA(13,27)RB(23,5)KI(3) RA(6,20)RB(17,11)RA(25,10)RB(18,20)KI(4) RA(10,26)RB(11,21)RA(13,27)RB(23,5)KI(5)
 *r0=x0;*r1=x1;*r2=x2;*r3=x3; }
#define U01(x) (((double)(x)+0.5)*2.3283064365386963e-10)
static inline double qnorm(double p){ /* AS241 PPND16 */
 double q=p-0.5; if(fabs(q)<=0.425){double r=.180625-q*q; return q*(((((((2509.0809287301226727*r+33430.575583588128105)*r+67265.770927008700853)*r+45921.953931549871457)*r+13731.693765509461125)*r+1971.5909503065514427)*r+133.14166789178437745)*r+3.387132872796366608)/(((((((5226.495278852545925*r+28729.085735721942674)*r+39307.89580009271061)*r+21213.794301586595867)*r+5394.1960214247511077)*r+687.1870074920579083)*r+42.313330701600911252)*r+1);}
 double r=q<0?p:1-p,v; r=sqrt(-log(r)); if(r<=5){r-=1.6; v=(((((((7.7454501427834140764e-4*r+.0227238449892691845833)*r+.24178072517745061177)*r+1.27045825245236838258)*r+3.64784832476320460504)*r+5.7694972214606914055)*r+4.6303378461565452959)*r+1.42343711074968357734)/(((((((1.05075007164441684324e-9*r+5.475938084995344946e-4)*r+.0151986665636164571966)*r+.14810397642748007459)*r+.68976733498510000455)*r+1.6763848301838038494)*r+2.05319162663775882187)*r+1);}
 else {r-=5; v=(((((((2.01033439929228813265e-7*r+2.71155556874348757815e-5)*r+.0012426609473880784386)*r+.026532189526576123093)*r+.29656057182850489123)*r+1.7848265399172913358)*r+5.4637849111641143699)*r+6.6579046435011037772)/(((((((2.04426310338993978564e-15*r+1.4215117583164458887e-7)*r+1.8463183175100546818e-5)*r+7.868691311456132591e-4)*r+.0148753612908506148525)*r+.13692988092273580531)*r+.59983220655588793769)*r+1);}
 return q<0?-v:v; }
#define NT 4096
typedef struct {double a,w;double q[NT+1];} Pert;
static void pert_init(Pert*p,double a,double m,double c){ enum{G=65536}; static double F[G+1]; double al=1+4*(m-a)/(c-a),be=1+4*(c-m)/(c-a); F[0]=0; double prev=0;
 for(int i=1;i<=G;i++){double x=(double)i/G,f=pow(x,al-1)*pow(1-x,be-1);F[i]=F[i-1]+0.5*(f+prev);prev=f;} double tot=F[G]; int g=0;
 for(int i=0;i<=NT;i++){double y=tot*i/NT; while(g<G-1&&F[g+1]<y)g++; double h=F[g+1]-F[g]; double w=h>0?(y-F[g])/h:0; p->q[i]=a+(c-a)*((g+(w>1?1:w))/G);} p->q[NT]=c; p->a=a;p->w=c-a; }
static inline double pert_q(const Pert*p,double u){double z=u*NT;int i=(int)z;double w=z-i;return p->q[i]+w*(p->q[i+1]-p->q[i]);}
static inline double tri_q(double u,double a,double m,double c){double f=(m-a)/(c-a);return u<f?a+sqrt(u*(c-a)*(m-a)):c-sqrt((1-u)*(c-a)*(c-m));}
static Pert P3,P6;
static uint32_t SEED=20240607;
#ifndef BLK
#define BLK 256
#endif
static void gen_draws(double*restrict u,double*restrict z,long D,long d0,long d1){
 double b[52][BLK];
 for(long s=d0;s<d1;s+=BLK){ long n=d1-s<BLK?d1-s:BLK;
  for(int j=0;j<13;j++){ uint32_t c=j<3?j:13+j; /* inputs 0..2, shocks 16..25 */ double*restrict b0=b[4*j],*restrict b1=b[4*j+1],*restrict b2=b[4*j+2],*restrict b3=b[4*j+3];
   for(long i=0;i<n;i++){uint32_t r0,r1,r2,r3;threefry4((uint32_t)(s+i),c,SEED,&r0,&r1,&r2,&r3);b0[i]=U01(r0);b1[i]=U01(r1);b2[i]=U01(r2);b3[i]=U01(r3);} }
#define IN(k,expr) for(long i=0;i<n;i++){double p=b[k][i];u[k*D+s+i]=expr;}
  IN(0,0.016+0.006*qnorm(p)) IN(1,tri_q(p,-0.5,-0.3,-0.1)) IN(2,tri_q(p,75,115,165)) IN(3,pert_q(&P3,p)) IN(4,0.011+0.003*qnorm(p)) IN(5,tri_q(p,0.005,0.015,0.03))
  IN(6,pert_q(&P6,p)) IN(7,exp(2.25+0.18*qnorm(p))) IN(8,exp(1.41+0.20*qnorm(p))) IN(9,2.05+0.18*qnorm(p)) IN(10,tri_q(p,0.008,0.02,0.04)) IN(11,exp(4.36+0.22*qnorm(p)))
  for(int t=0;t<NYEARS;t++)for(long i=0;i<n;i++)z[t*D+s+i]=qnorm(b[12+t][i]); }}

/* ---- Floyd-Rivest select ---- */
static void fr_select(double*a,long l,long r,long k){ while(r>l){ if(r-l>600){double n=r-l+1,m=k-l+1,zz=log(n),s=0.5*exp(2*zz/3),sd=0.5*sqrt(zz*s*(n-s)/n)*(m-n/2<0?-1:1); long nl=(long)fmax(l,floor(k-m*s/n+sd)),nr=(long)fmin(r,floor(k+(n-m)*s/n+sd)); fr_select(a,nl,nr,k);}
  double t=a[k]; long i=l,j=r; double x=a[l];a[l]=a[k];a[k]=x; if(a[r]>t){x=a[r];a[r]=a[l];a[l]=x;}
  while(i<j){x=a[i];a[i]=a[j];a[j]=x;i++;j--;while(a[i]<t)i++;while(a[j]>t)j--;}
  if(a[l]==t){x=a[l];a[l]=a[j];a[j]=x;} else {j++;x=a[j];a[j]=a[r];a[r]=x;}
  if(j<=k)l=j+1; if(k<=j)r=j-1; } }
static const double QS[5]={.05,.25,.5,.75,.95};
static void quants(double*buf,const double*x,long D,double*q){ memcpy(buf,x,D*8); long lo=0; for(int i=0;i<5;i++){double h=QS[i]*(D-1);long k=(long)h; fr_select(buf,lo,D-1,k); double v=buf[k]; if(k+1<D){double m=buf[k+1];for(long j=k+2;j<D;j++)if(buf[j]<m)m=buf[j]; v+= (h-k)*(m-v);} q[i]=v; lo=k+1<D?k+1:D-1; } }

typedef struct{double*u,*z,*o,*q;long D,d0,d1;int layout,stage,nth,id;}Job;
static void*work(void*p){Job*j=p; if(j->stage==0)gen_draws(j->u,j->z,j->D,j->d0,j->d1);
 else if(j->stage==1){ if(j->layout==1)kern_draw(j->u,j->z,(OUTT*)j->o,j->D,j->d0,j->d1); else if(j->layout==2)kern_fused(j->u,j->z,(OUTT*)j->o,j->D,j->d0,j->d1); else kern_block(j->u,j->z,(OUTT*)j->o,j->D,j->d0,j->d1); }
 else { double*buf=malloc(j->D*8); for(int s=j->id;s<NOUT*NYEARS;s+=j->nth) quants(buf,j->o+(long)s*j->D,j->D,j->q+5*s); free(buf);} return 0;}
static double run(Job base,int nth){ pthread_t th[64];Job js[64];double t=now(); long D=base.D,nb=(D+BLK-1)/BLK; for(int i=0;i<nth;i++){js[i]=base;js[i].id=i;js[i].nth=nth;js[i].d0=nb*i/nth*BLK;js[i].d1=i==nth-1?D:nb*(i+1)/nth*BLK; if(nth>1)pthread_create(&th[i],0,work,&js[i]);else work(&js[i]);} if(nth>1)for(int i=0;i<nth;i++)pthread_join(th[i],0); return now()-t; }
#ifndef ROUNDS
#define ROUNDS 9
#endif
static int cmp(const void*a,const void*b){double x=*(double*)a,y=*(double*)b;return x<y?-1:x>y;}
int main(int c,char**v){ long D=c>1?atol(v[1]):100000;int nth=c>2?atoi(v[2]):1,layout=c>3?atoi(v[3]):2;
 pert_init(&P3,120,220,400);pert_init(&P6,.40,.62,.80);
 double*u=aligned_alloc(64,((NINPUT*D*8+63)/64)*64),*z=aligned_alloc(64,(((long)NYEARS*D*8+63)/64)*64),*o=aligned_alloc(64,(((long)NOUT*NYEARS*D*8+63)/64)*64),*q=malloc(8*5*NOUT*NYEARS);
 memset(o,0,(long)NOUT*NYEARS*D*8); Job b={u,z,o,q,D,0,D,layout,0,0,0}; double T[3][ROUNDS];
 for(int r=0;r<ROUNDS;r++)for(int s=0;s<3;s++){ if(s==2&&r>0){T[s][r]=1e9;continue;} b.stage=s;T[s][r]=run(b,nth); }
 double best[3]; for(int s=0;s<3;s++){qsort(T[s],ROUNDS,8,cmp);best[s]=T[s][0];}
 struct rusage ru;getrusage(RUSAGE_SELF,&ru); double fe=(double)NFORMULA*NYEARS*D;
 printf("layout %d threads %d draws %ld | draws %.1f ms | model %.1f ms (med %.1f) = %.3f ns/formula-eval | percentiles %.1f ms | total %.1f ms | maxrss %ld MB\n",layout,nth,D,best[0],best[1],T[1][ROUNDS/2],best[1]*1e6/fe,best[2],best[0]+best[1]+best[2],ru.ru_maxrss/1024);
 if(c>4) for(int k=0;k<NOUT;k++){int t[3]={0,20,37};for(int i=0;i<3;i++){double*p=q+5*(k*NYEARS+t[i]);printf("%d %d %.17g %.17g %.17g first %.17g %.17g\n",k,2023+t[i],p[0],p[2],p[4],o[((long)k*NYEARS+t[i])*D],o[((long)k*NYEARS+t[i])*D+1]);}}
 return 0; }
